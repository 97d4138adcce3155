package io.spotwright.scheduling.replay;

import io.spotwright.model.Labels;
import io.spotwright.scheduling.SchedulingNode;
import io.spotwright.scheduling.compile.CounterSpec;
import io.spotwright.scheduling.compile.Interned;
import java.util.List;

/**
 * The nodes by their value of one label.
 *
 * @param of per node the number of its domain, {@code -1} when it has no such label
 * @param complete whether every node has the label
 */
record Domains(int[] of, int count, boolean complete) {

  static Domains of(String key, List<SchedulingNode> nodes) {
    boolean byNode = key.equals(CounterSpec.BY_NODE);
    int[] of = new int[nodes.size()];
    Interned<String> values = new Interned<>();
    boolean complete = true;
    for (int n = 0; n < of.length; n++) {
      String value = nodes.get(n).labels().get(byNode ? Labels.HOSTNAME : key);
      of[n] = value == null ? -1 : byNode ? n : values.add(value);
      complete &= of[n] >= 0;
    }
    return new Domains(of, byNode ? of.length : values.size(), complete);
  }
}
