package io.spotwright.kubernetes.manifest.pod;

import io.spotwright.kubernetes.manifest.tree.Fields;
import io.spotwright.model.HostPort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the ports a pod claims on its node; with hostNetwork every container port is one. */
final class HostPortReader {
  private static final int HIGHEST = 65_535;
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

  private HostPortReader() {}

  static List<HostPort> read(Fields podSpec) {
    boolean hostNetwork = podSpec.flag("hostNetwork", false);
    Set<HostPort> ports = new LinkedHashSet<>();
    for (Fields container : podSpec.objects("containers")) {
      container(container, hostNetwork, ports);
    }
    for (Fields container : podSpec.objects("initContainers")) {
      if ("Always".equals(container.text("restartPolicy"))) {
        container(container, hostNetwork, ports);
      }
    }
    return List.copyOf(ports);
  }

  private static void container(Fields container, boolean hostNetwork, Set<HostPort> ports) {
    for (Fields port : container.objects("ports")) {
      Integer number = port.number("hostPort", 0, HIGHEST);
      if (hostNetwork && (number == null || number == 0)) {
        number = port.number("containerPort", 1, HIGHEST);
      }
      String protocol = port.oneOf("protocol", PROTOCOLS);
      String ip = port.text("hostIP", "");
      if (number != null && number > 0) {
        ports.add(
            new HostPort(
                ip.isEmpty() ? "0.0.0.0" : ip, protocol == null ? "TCP" : protocol, number));
      }
    }
  }
}
