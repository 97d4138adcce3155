package io.spotwright.model.constraint;

import java.util.List;
import java.util.Map;

/**
 * One term of a node affinity: all expressions over labels and all over fields (only {@code
 * metadata.name} exists) must hold. A term without any expression matches no node.
 */
public record NodeSelectorTerm(List<Requirement> matchExpressions, List<Requirement> matchFields) {

  public NodeSelectorTerm {
    matchExpressions = List.copyOf(matchExpressions);
    matchFields = List.copyOf(matchFields);
  }

  public NodeSelectorTerm(List<Requirement> matchExpressions) {
    this(matchExpressions, List.of());
  }

  public boolean matches(Map<String, String> labels, String nodeName) {
    if (matchExpressions.isEmpty() && matchFields.isEmpty()) {
      return false;
    }
    for (Requirement expression : matchExpressions) {
      if (!expression.matches(labels.get(expression.key()))) {
        return false;
      }
    }
    for (Requirement field : matchFields) {
      if (!field.matches(field.key().equals("metadata.name") ? nodeName : null)) {
        return false;
      }
    }
    return true;
  }
}
