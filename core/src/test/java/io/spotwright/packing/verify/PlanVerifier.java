package io.spotwright.packing.verify;

import io.spotwright.packing.Plan;
import io.spotwright.packing.PlanRequest;
import java.util.ArrayList;
import java.util.List;

/** Looks for rules of Kubernetes and of the policy that a plan breaks. */
public final class PlanVerifier {
  private PlanVerifier() {}

  public static Findings verify(PlanRequest request, Plan plan) {
    World world = new World(request, plan);
    List<String> violations = new ArrayList<>(new AccountRules().check(world));
    List<String> remarks = new ArrayList<>();
    violations.addAll(new NodeRules().check(world));
    violations.addAll(new AffinityRules(world).check());
    violations.addAll(new SpreadRules(world, remarks).check());
    violations.addAll(new ArrivalRules(world).check());
    violations.addAll(new NodePoolRules(world).check());
    violations.addAll(new RiskRules(world, remarks).check());
    return new Findings(violations, remarks);
  }
}
