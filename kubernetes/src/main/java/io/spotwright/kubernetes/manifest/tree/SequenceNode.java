package io.spotwright.kubernetes.manifest.tree;

import java.util.List;

/** A list. */
public record SequenceNode(List<YamlNode> items, long size, int line, int column)
    implements YamlNode {

  @Override
  public String describe() {
    return "a list";
  }
}
