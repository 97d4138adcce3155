package io.spotwright.kubernetes.manifest.tree;

/** A value of a document with the place it starts at; line and column count from 1. */
public sealed interface YamlNode permits ScalarNode, SequenceNode, MappingNode {
  int line();

  int column();

  /** Nodes below and including this one, aliases counted as often as they are used. */
  long size();

  /** What to call it in a message. */
  String describe();
}
