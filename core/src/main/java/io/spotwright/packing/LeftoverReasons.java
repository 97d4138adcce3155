package io.spotwright.packing;

import io.spotwright.packing.problem.Limits;
import io.spotwright.packing.problem.Problem;
import io.spotwright.packing.problem.Shape;
import io.spotwright.packing.search.Bin;
import io.spotwright.packing.topology.NodeRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why the search left pods of a group over, from what the finished plan has bought and filled. */
final class LeftoverReasons {
  private final Problem problem;
  private final Limits.Ledger ledger;

  LeftoverReasons(Problem problem, List<Bin> bins) {
    this.problem = problem;
    ledger = problem.limits().ledger();
    for (Bin bin : bins) {
      if (!bin.isExisting()) {
        ledger.buy(problem.shape(bin.shape()));
      }
    }
  }

  /** Never empty. */
  List<Reason> of(int group) {
    List<Reason> reasons = new ArrayList<>(limits(group));
    int buyable = 0;
    for (Shape shape : problem.shapes()) {
      buyable += shape.groups().get(group) ? shape.options().size() : 0;
    }
    int refused = reasons.stream().mapToInt(Reason::offerings).max().orElse(0);
    if (buyable == 0 || refused < buyable) {
      reasons.addAll(rules(group, buyable - refused));
    }
    int existing =
        (int) problem.existing().stream().filter(node -> node.shape().groups().get(group)).count();
    if (buyable == 0 || (existing > 0 && !reasons.isEmpty())) {
      String room =
          buyable == 0
              ? "it may only be on existing nodes, and these have no room for it"
              : "existing nodes have no room for it";
      reasons.add(new Reason(Reason.Kind.RESOURCES, room, existing));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(Reason.Kind.RESOURCES, "no room was found for it", buyable));
    }
    return reasons;
  }

  private List<Reason> limits(int group) {
    Map<Integer, Integer> refused = new LinkedHashMap<>();
    for (Shape shape : problem.shapes()) {
      if (shape.groups().get(group)) {
        int own = shape.limit();
        if (!ledger.allows(0, shape)) {
          refused.merge(0, shape.options().size(), Integer::sum);
        } else if (own > 0 && !ledger.allows(own, shape)) {
          refused.merge(own, shape.options().size(), Integer::sum);
        }
      }
    }
    List<Reason> reasons = new ArrayList<>();
    refused.forEach((limit, options) -> {
      Reason.Kind kind = limit == 0 ? Reason.Kind.POLICY_LIMIT : Reason.Kind.NODE_POOL_LIMIT;
      String name = problem.limits().get(limit).name();
      reasons.add(
          new Reason(kind, name + " leave no room for another node that holds it", options));
    });
    reasons.sort((a, b) -> b.offerings() - a.offerings());
    return reasons;
  }

  private List<Reason> rules(int group, int options) {
    List<Reason> reasons = new ArrayList<>();
    NodeRules rules = problem.rules();
    for (int r : rules.of(group)) {
      NodeRules.Rule rule = rules.rule(r);
      if (rule.needsMember() && rule.owners().get(group)) {
        String detail = "no node with room for it holds a pod its affinity asks for";
        reasons.add(new Reason(rule.kind(), detail, Math.max(0, options)));
      } else if (options <= 0) {
        String detail = "pods on the nodes it may use exclude it";
        reasons.add(new Reason(rule.kind(), detail, 0));
      }
    }
    return reasons;
  }
}
