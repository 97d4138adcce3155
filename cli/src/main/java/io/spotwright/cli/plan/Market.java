package io.spotwright.cli.plan;

import io.spotwright.azure.catalog.AzureCatalogue;
import io.spotwright.azure.catalog.NodeShape;
import io.spotwright.azure.catalog.Overhead;
import io.spotwright.azure.catalog.UnknownNameException;
import io.spotwright.cli.command.Complaint;
import io.spotwright.cli.command.InputException;
import io.spotwright.market.Catalogue;
import io.spotwright.market.Offering;
import io.spotwright.market.OfferingFilter;
import io.spotwright.model.NodePool;
import io.spotwright.model.Observation;
import io.spotwright.model.SpotPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be bought.
 *
 * @param catalogue everything there is, for comparisons
 * @param offerings what flags, policy and defaults leave of it
 * @param considered the same in words
 * @param notes what was assumed
 */
record Market(
    Catalogue catalogue, List<Offering> offerings, String considered, List<String> notes) {
  static final String DEFAULT_REGION = "westeurope";

  /** Chooses among the offerings of a region, or of a file when {@code fromFile} is given. */
  static Market choose(
      PlanFlags flags, SpotPolicy policy, Observation observation, @Nullable Catalogue fromFile)
      throws InputException {
    List<String> notes = new ArrayList<>();
    Catalogue catalogue;
    if (fromFile != null) {
      catalogue = fromFile;
      notes.addAll(unused(flags));
    } else {
      String region = Objects.requireNonNullElse(policy.region(), DEFAULT_REGION);
      if (policy.region() == null) {
        notes.add("No region is given, so " + region + " is assumed (--region).");
      }
      catalogue = azure(region, shape(policy, observation, notes));
    }
    OfferingFilter filter =
        new OfferingFilter(
            flags.families(),
            null,
            flags.maxVcpus(),
            policy.zones(),
            null,
            policy.capacityTypes(),
            policy.requirements());
    List<String> unknown = filter.unmatched(catalogue.offerings());
    if (!unknown.isEmpty()) {
      throw new InputException(
          unknown.stream().map(text -> new Complaint("plan", text, "")).toList());
    }
    SizeChoice sizes =
        fromFile == null ? SizeChoice.of(flags, policy, observation) : SizeChoice.EVERYTHING;
    List<Offering> offerings =
        filter.apply(catalogue.offerings()).stream().filter(o -> sizes.accepts(o.size())).toList();
    if (offerings.isEmpty()) {
      throw new InputException(
          "plan",
          "no VM size is left to buy from",
          "loosen --families, --max-vcpus, --zones, --capacity-type or the policy's requirements");
    }
    notes.addAll(sizes.notes());
    String considered =
        Considered.describe(offerings, catalogue.region(), sizes.name(), flags.maxVcpus());
    return new Market(catalogue, offerings, considered, notes);
  }

  /** A file of instance types says all this itself. */
  private static List<String> unused(PlanFlags flags) {
    List<String> names = new ArrayList<>();
    if (flags.region() != null) {
      names.add("--region");
    }
    if (flags.overhead() != null) {
      names.add("--overhead");
    }
    if (flags.maxPods() != null) {
      names.add("--max-pods");
    }
    return names.isEmpty()
        ? List.of()
        : List.of("Not used with --instance-types: " + String.join(", ", names) + ".");
  }

  private static Catalogue azure(String region, NodeShape shape) throws InputException {
    try {
      return AzureCatalogue.load(region, shape);
    } catch (UnknownNameException e) {
      throw new InputException("plan", String.valueOf(e.getMessage()), "");
    }
  }

  private static NodeShape shape(SpotPolicy policy, Observation observation, List<String> notes) {
    Overhead overhead = Overhead.of(Objects.requireNonNullElse(policy.overhead(), "aks"));
    Integer maxPods = policy.maxPods();
    if (maxPods == null) {
      maxPods = mostPods(observation, notes);
    }
    return new NodeShape(overhead, maxPods);
  }

  /**
   * The most any AKSNodeClass allows: AKS reserves memory by it, so the most is the careful choice.
   */
  private static int mostPods(Observation observation, List<String> notes) {
    int most = 0;
    for (NodePool pool : observation.nodePools()) {
      Integer pods = pool.maxPods();
      if (pods == null) {
        return NodeShape.DEFAULT.maxPods();
      }
      most = Math.max(most, pods);
    }
    if (most == 0) {
      return NodeShape.DEFAULT.maxPods();
    }
    notes.add("Nodes run at most " + most + " pods, as the AKSNodeClass says.");
    return Math.clamp(most, 10, 250);
  }
}
