package io.spotwright.packing;

/** Hears how a plan gets better; called a few times a second at most, on the planning thread. */
public interface Progress {
  Progress NONE = (phase, best, bound, seconds) -> {};

  /**
   * @param phase what is being done, for people
   * @param best hourly price of the best plan so far, NaN before there is one
   * @param bound proven lower bound so far, NaN before there is one
   * @param seconds since the start
   */
  void report(String phase, double best, double bound, double seconds);
}
