package io.spotwright.packing.problem;

import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Upper limits over everything bought (the policy's) and over what a NodePool buys. Index 0 is the
 * policy's; a shape counts against that and against its own.
 */
public final class Limits {
  /** Counts nodes rather than a resource of theirs. */
  static final String NODES = "nodes";

  /** One limit with the name shown to people. */
  public record Limit(String name, Resources most) {

    public boolean isUnlimited() {
      return most.isEmpty();
    }
  }

  private final List<Limit> limits;

  Limits(Resources policy, List<Limit> pools) {
    limits = new ArrayList<>();
    limits.add(new Limit("the policy's limits", policy));
    limits.addAll(pools);
  }

  public Limit get(int index) {
    return limits.get(index);
  }

  public boolean none() {
    return limits.stream().allMatch(Limit::isUnlimited);
  }

  int count() {
    return limits.size();
  }

  /** What has been bought so far, and whether more may be. */
  public final class Ledger {
    private final List<Resources> used = new ArrayList<>();

    Ledger() {
      for (int i = 0; i < limits.size(); i++) {
        used.add(Resources.NONE);
      }
    }

    public boolean allows(Shape shape) {
      Resources more = usage(shape);
      return within(0, more) && within(shape.limit(), more);
    }

    public void buy(Shape shape) {
      Resources more = usage(shape);
      used.set(0, used.get(0).plus(more));
      if (shape.limit() > 0) {
        used.set(shape.limit(), used.get(shape.limit()).plus(more));
      }
    }

    public void giveBack(Shape shape) {
      Resources less = usage(shape);
      used.set(0, used.get(0).minus(less));
      if (shape.limit() > 0) {
        used.set(shape.limit(), used.get(shape.limit()).minus(less));
      }
    }

    private boolean within(int index, Resources more) {
      Resources most = limits.get(index).most;
      if (most.isEmpty()) {
        return true;
      }
      for (String name : most.names()) {
        if (used.get(index).get(name) + more.get(name) > most.get(name)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Resources usage(Shape shape) {
    return shape.options().getFirst().offering().size().capacity().with(NODES, 1);
  }

  public Ledger ledger() {
    return new Ledger();
  }
}
