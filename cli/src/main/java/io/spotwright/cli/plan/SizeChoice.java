package io.spotwright.cli.plan;

import io.spotwright.market.OfferingFilter;
import io.spotwright.market.VmSize;
import io.spotwright.model.Labels;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which sizes count when nobody names families. */
record SizeChoice(
    OfferingFilter families,
    @Nullable PodNeeds needs,
    boolean arm64,
    String name,
    List<String> notes) {
  private static final List<String> DEFAULT_FAMILIES = List.of("D", "E", "F");

  /** A file of instance types was made for the purpose, so nothing in it is left out. */
  static final SizeChoice EVERYTHING =
      new SizeChoice(OfferingFilter.ANY, null, true, "", List.of());

  static SizeChoice of(PlanFlags flags, SpotPolicy policy, Observation observation) {
    PodNeeds needs = PodNeeds.of(observation, policy.requirements());
    boolean named = !flags.families().isEmpty() || !observation.nodePools().isEmpty();
    List<String> families = named ? List.of() : DEFAULT_FAMILIES;
    String name = name(flags, named, needs);
    List<String> notes = new ArrayList<>();
    if (needs.arm64()) {
      notes.add(
          "arm64 sizes are considered because a pod, NodePool or policy asks for them; a pod that"
              + " names no architecture may land on one.");
    }
    return new SizeChoice(
        OfferingFilter.ANY.withFamilies(families), needs, needs.arm64(), name, notes);
  }

  private static String name(PlanFlags flags, boolean named, PodNeeds needs) {
    if (!flags.families().isEmpty()) {
      return "of families " + String.join(", ", flags.families());
    }
    if (named) {
      return "of every family";
    }
    String families = "of families " + String.join(", ", DEFAULT_FAMILIES);
    boolean more = !needs.named().isEmpty() || !needs.devices().isEmpty();
    return more ? families + " and those asked for" : families;
  }

  boolean accepts(VmSize size) {
    if (needs == null) {
      return true;
    }
    if (!arm64 && "arm64".equals(size.labels().get(Labels.ARCH))) {
      return false;
    }
    return families.acceptsFamily(size.family()) || needs.ask(size);
  }
}
