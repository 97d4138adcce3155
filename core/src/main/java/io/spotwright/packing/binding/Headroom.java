package io.spotwright.packing.binding;

import io.spotwright.market.Offering;
import io.spotwright.market.VmSize;
import io.spotwright.model.Pod;
import io.spotwright.model.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Room left free on every node while packing, because kube-scheduler spreads what the packer packs
 * tight.
 *
 * @param share of the node
 * @param pods average pods' worth on every node whatever its size, which makes large nodes cheaper
 *     than small ones, as they are for a scheduler that fills all nodes alike
 * @param largest no node with more CPU than this many of the largest pod: a few giant nodes leave
 *     the scheduler's choices too coarse; 0 allows all
 */
public record Headroom(double share, double pods, double largest) {

  /** The offerings with that much less to pack into; those with nothing left are dropped. */
  public List<Offering> reserve(List<Offering> offerings, List<Pod> all) {
    double cpu = all.stream().mapToLong(pod -> pod.spec().requests().cpu()).average().orElse(0);
    double memory =
        all.stream().mapToLong(pod -> pod.spec().requests().memory()).average().orElse(0);
    double most = all.stream().mapToLong(pod -> pod.spec().requests().cpu()).max().orElse(0);
    List<Offering> reduced = new ArrayList<>();
    for (Offering offering : offerings) {
      Resources room = offering.size().allocatable();
      long cpuLeft = (long) (room.cpu() * (1 - share) - pods * cpu);
      long memoryLeft = (long) (room.memory() * (1 - share) - pods * memory);
      boolean small = largest == 0 || room.cpu() <= largest * most;
      if (small && cpuLeft > 0 && memoryLeft > 0) {
        Resources left = room.with(Resources.CPU, cpuLeft).with(Resources.MEMORY, memoryLeft);
        reduced.add(withRoom(offering, left));
      }
    }
    return reduced;
  }

  private static Offering withRoom(Offering offering, Resources room) {
    VmSize size = offering.size();
    VmSize reduced =
        new VmSize(size.name(), size.family(), size.vcpus(), size.labels(), size.capacity(), room);
    return new Offering(
        reduced,
        offering.zone(),
        offering.capacityType(),
        offering.hourlyPrice(),
        offering.estimated());
  }
}
