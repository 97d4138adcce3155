package io.spotwright.packing.search;

import java.util.function.LongSupplier;

/** A point in time; the clock is read on every 64th question only. */
public final class Deadline {
  private final LongSupplier nanoClock;
  private final long start;
  private final long end;
  private int asked;
  private boolean over;

  /** {@code nanos} from now on; the clock counts nanoseconds from any origin. */
  public Deadline(LongSupplier nanoClock, long nanos) {
    this(nanoClock, nanoClock.getAsLong(), nanos);
  }

  private Deadline(LongSupplier nanoClock, long start, long nanos) {
    this.nanoClock = nanoClock;
    this.start = start;
    this.end = start + nanos;
  }

  /** The same start, ended after this share of the time. */
  public Deadline share(double share) {
    return new Deadline(nanoClock, start, (long) ((end - start) * share));
  }

  /** Ended after this share of the time that is left now. */
  public Deadline shareOfRest(double share) {
    long now = nanoClock.getAsLong();
    return new Deadline(nanoClock, start, now - start + (long) (Math.max(0, end - now) * share));
  }

  public boolean isOver() {
    if (!over && (asked++ & 63) == 0) {
      over = nanoClock.getAsLong() >= end;
    }
    return over;
  }

  /** Asks the clock at once: for callers that ask rarely. */
  public boolean isOverNow() {
    over = over || nanoClock.getAsLong() >= end;
    return over;
  }

  public double seconds() {
    return (nanoClock.getAsLong() - start) / 1e9;
  }

  public double secondsLeft() {
    return Math.max(0, (end - nanoClock.getAsLong()) / 1e9);
  }
}
