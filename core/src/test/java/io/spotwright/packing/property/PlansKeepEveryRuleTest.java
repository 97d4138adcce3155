package io.spotwright.packing.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.packing.PlanRequest;
import io.spotwright.packing.verify.PlanVerifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random instances under the independent verifier. {@code -Dspotwright.instances=10000} for more
 * than the build does, {@code -Dspotwright.seed=N} to begin elsewhere.
 */
class PlansKeepEveryRuleTest {
  private static final int INSTANCES = Integer.getInteger("spotwright.instances", 500);
  private static final int LONGER = Integer.getInteger("spotwright.longer", 100);
  private static final long FIRST_SEED = Long.getLong("spotwright.seed", 1);
  private static final int ENOUGH = 5;

  @Test
  void noPlanOfARandomInstanceBreaksARule() {
    assertThat(broken(INSTANCES, Planning.SHORT)).isEmpty();
  }

  /** Time enough to fit plans to kube-scheduler and to round from the bound. */
  @Test
  void noPlanMadeWithMoreTimeBreaksARule() {
    assertThat(broken(LONGER, Planning.LONG)).isEmpty();
  }

  private static List<String> broken(int instances, Duration time) {
    List<String> broken = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + instances && broken.size() < ENOUGH; seed++) {
      PlanRequest request = Instances.mixed(seed, time);
      if (isBroken(request)) {
        PlanRequest small = Shrinking.shrink(request, PlansKeepEveryRuleTest::isBroken);
        broken.add("seed " + seed + ": " + violations(small) + text(small));
      }
    }
    return broken;
  }

  private static String text(PlanRequest request) {
    try {
      return InstanceText.of(request, Planning.plan(request));
    } catch (RuntimeException e) {
      return "\n  in " + request;
    }
  }

  private static boolean isBroken(PlanRequest request) {
    return !NotYetHeld.covers(request) && !violations(request).isEmpty();
  }

  private static List<String> violations(PlanRequest request) {
    try {
      return PlanVerifier.verify(request, Planning.plan(request)).violations();
    } catch (RuntimeException e) {
      return List.of("planning failed: " + e + " at " + e.getStackTrace()[0]);
    }
  }
}
