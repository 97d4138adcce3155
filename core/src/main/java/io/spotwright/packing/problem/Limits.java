package io.spotwright.packing.problem;

import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Upper limits over everything bought (the policy's) and over what a NodePool has. Index 0 is the
 * policy's; a shape counts against that and against its own. What counts is the capacity of the VM,
 * as in Karpenter, and the number of nodes.
 */
public final class Limits {
  /** Counts nodes rather than a resource of theirs. */
  static final String NODES = "nodes";

  /**
   * One limit with the name shown to people; a name in {@code most} with amount 0 allows nothing.
   *
   * @param used what existing nodes take of it
   */
  public record Limit(String name, Resources most, Resources used) {

    public boolean isUnlimited() {
      return most.isEmpty();
    }
  }

  private final List<Limit> limits;
  private final List<String> names;
  private final boolean none;

  Limits(Resources policy, List<Limit> pools) {
    limits = new ArrayList<>();
    limits.add(new Limit("the policy's limits", policy, Resources.NONE));
    limits.addAll(pools);
    SortedSet<String> limited = new TreeSet<>();
    limits.forEach(limit -> limited.addAll(limit.most.names()));
    names = List.copyOf(limited);
    none = names.isEmpty();
  }

  public Limit get(int index) {
    return limits.get(index);
  }

  public boolean none() {
    return none;
  }

  /** What has been bought so far, and whether more may be. Not for several threads. */
  public final class Ledger {
    private final double[][] left = new double[limits.size()][names.size()];
    private final Map<Shape, double[]> usages = new IdentityHashMap<>();

    private Ledger() {
      for (int i = 0; i < left.length; i++) {
        Limit limit = limits.get(i);
        for (int n = 0; n < names.size(); n++) {
          String name = names.get(n);
          boolean limited = limit.most.names().contains(name);
          left[i][n] =
              limited
                  ? (double) limit.most.get(name) - limit.used.get(name)
                  : Double.POSITIVE_INFINITY;
        }
      }
    }

    public boolean allows(Shape shape) {
      return none || (allows(0, shape) && allows(shape.limit(), shape));
    }

    /** Whether the limit of this index alone allows the shape. */
    public boolean allows(int limit, Shape shape) {
      double[] usage = usage(shape);
      for (int n = 0; n < usage.length; n++) {
        if (usage[n] > left[limit][n]) {
          return false;
        }
      }
      return true;
    }

    public void buy(Shape shape) {
      change(shape, -1);
    }

    public void giveBack(Shape shape) {
      change(shape, 1);
    }

    private void change(Shape shape, int sign) {
      if (none) {
        return;
      }
      double[] usage = usage(shape);
      for (int n = 0; n < usage.length; n++) {
        left[0][n] += sign * usage[n];
        if (shape.limit() > 0) {
          left[shape.limit()][n] += sign * usage[n];
        }
      }
    }

    /** Largest share of what is left under any limit that one such node takes. */
    public double share(Shape shape) {
      double share = 0;
      double[] usage = usage(shape);
      for (int n = 0; n < usage.length; n++) {
        double least = Math.min(left[0][n], left[shape.limit()][n]);
        share = Math.max(share, usage[n] / Math.max(1e-9, least));
      }
      return share;
    }

    private double[] usage(Shape shape) {
      return usages.computeIfAbsent(
          shape,
          key -> {
            Resources capacity = capacity(key);
            return names.stream().mapToDouble(name -> capacity.get(name)).toArray();
          });
    }
  }

  static Resources capacity(Shape shape) {
    return shape.options().getFirst().offering().size().capacity().with(NODES, 1);
  }

  public Ledger ledger() {
    return new Ledger();
  }
}
