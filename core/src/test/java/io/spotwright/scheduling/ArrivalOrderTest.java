package io.spotwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.model.Pod;
import io.spotwright.model.PodSpec;
import io.spotwright.model.Resources;
import io.spotwright.model.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

  @Test
  void randomOrdersAreDifferentPermutations() {
    int[] order = ArrivalOrder.random(50, 1);

    assertThat(IntStream.of(order).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    assertThat(order)
        .isNotEqualTo(ArrivalOrder.random(50, 2))
        .isEqualTo(ArrivalOrder.random(50, 1));
  }

  @Test
  void workloadsComeInRandomOrderAndTheirPodsInSequence() {
    List<Pod> pods = List.of(pod("a"), pod("b"), pod("a"), pod("b"), pod("a"));
    Set<List<Integer>> orders = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      orders.add(IntStream.of(ArrivalOrder.byWorkload(pods, seed)).boxed().toList());
    }

    assertThat(orders).containsExactlyInAnyOrder(List.of(0, 2, 4, 1, 3), List.of(1, 3, 0, 2, 4));
  }

  private static Pod pod(String workload) {
    PodSpec spec = PodSpec.plain("shop", Map.of(), Resources.of(1, 1, 1));
    return new Pod("p", spec, new Workload("Deployment", "shop", workload));
  }
}
