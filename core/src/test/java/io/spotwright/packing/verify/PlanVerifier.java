package io.spotwright.packing.verify;

import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import java.util.ArrayList;
import java.util.List;

/** Looks for rules of Kubernetes and of the policy that a plan breaks. */
public final class PlanVerifier {
  private PlanVerifier() {}

  /**
   * What was found.
   *
   * @param violations rules that the plan breaks
   * @param remarks what is allowed but worth knowing, for instance final counts outside of a skew
   *     that an order of arrival explains
   */
  public record Findings(List<String> violations, List<String> remarks) {

    public Findings {
      violations = List.copyOf(violations);
      remarks = List.copyOf(remarks);
    }
  }

  public static Findings verify(PlanRequest request, Plan plan) {
    World world = new World(request, plan);
    List<String> violations = new ArrayList<>(new AccountRules().check(world));
    List<String> remarks = new ArrayList<>();
    violations.addAll(new LeftOverRules(world).check());
    violations.addAll(new NodeRules().check(world));
    violations.addAll(new AffinityRules(world).check());
    violations.addAll(new SpreadRules(world, remarks).check());
    violations.addAll(new ArrivalRules(world).check());
    violations.addAll(new NodePoolRules(world).check());
    violations.addAll(new RiskRules(world, remarks).check());
    return new Findings(violations, remarks);
  }
}
