package io.spotwright.scheduling.score;

/**
 * NodeResourcesFit (LeastAllocated) and NodeResourcesBalancedAllocation over CPU and memory, each 0
 * to 100. All amounts below 2^46, so that a hundredfold is exact as a double.
 */
public final class ResourceScore {
  /** What a pod without a CPU request counts as, in millicores. */
  public static final long DEFAULT_CPU_MILLI = 100;

  /** What a pod without a memory request counts as, in bytes. */
  public static final long DEFAULT_MEMORY = 200L << 20;

  private ResourceScore() {}

  /**
   * {@code cpu} and {@code memory} used with the pod, defaults standing in for missing requests.
   */
  public static int leastAllocated(
      double cpu, double cpuCapacity, double memory, double memoryCapacity) {
    if (cpuCapacity == 0) {
      return memoryCapacity == 0 ? 0 : free(memory, memoryCapacity);
    }
    return memoryCapacity == 0
        ? free(cpu, cpuCapacity)
        : (free(cpu, cpuCapacity) + free(memory, memoryCapacity)) / 2;
  }

  private static int free(double used, double capacity) {
    // The quotient of two integers below 2^53 never rounds up to an integer it does not reach.
    return used > capacity ? 0 : (int) ((capacity - used) * 100 / capacity);
  }

  /** How evenly CPU and memory are used, 0 to 100: the share both have in common weighs nothing. */
  public static int evenness(double cpu, double cpuCapacity, double memory, double memoryCapacity) {
    if (cpuCapacity == 0 || memoryCapacity == 0) {
      return 100;
    }
    double cpuShare = Math.min(1, cpu / cpuCapacity);
    double memoryShare = Math.min(1, memory / memoryCapacity);
    return (int) ((1 - Math.abs((cpuShare - memoryShare) / 2)) * 100);
  }

  /**
   * The balanced score of release 1.36: the evenness the pod brings compared with what was there.
   */
  public static int balanced(int evennessWithPod, int evennessBefore) {
    return 50 + (50 + evennessWithPod - evennessBefore) / 2;
  }
}
