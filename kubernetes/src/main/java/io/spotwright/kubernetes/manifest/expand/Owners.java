package io.spotwright.kubernetes.manifest.expand;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.object.Header;
import io.spotwright.kubernetes.manifest.object.ObjectKey;
import io.spotwright.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows controlling owners upwards. Above a controller it goes on only to controllers: several
 * Deployments of one operator's custom resource stay workloads of their own.
 */
final class Owners {
  private static final String TEMPLATE_HASH = "pod-template-hash";

  private final Map<ObjectKey, Header> headers;

  Owners(Map<ObjectKey, Header> headers) {
    this.headers = headers;
  }

  /** Reports every object that is its own owner's owner. */
  void reportCycles(Diagnostics diagnostics) {
    for (Header header : headers.values()) {
      if (header.owner() != null && chain(header).contains(header.key())) {
        diagnostics.problem(
            header.place(),
            header.key() + " owns itself by way of its ownerReferences",
            "correct metadata.ownerReferences");
      }
    }
  }

  /** The owners of an object from the nearest to the topmost; empty when it has none. */
  List<ObjectKey> chain(Header header) {
    List<ObjectKey> chain = new ArrayList<>(2);
    ObjectKey below = header.key();
    ObjectKey owner = header.owner();
    while (owner != null && !owner.kind().equals("Node") && !chain.contains(owner)) {
      if (Kind.isWorkload(below.kind()) && !Kind.isWorkload(owner.kind())) {
        break;
      }
      chain.add(owner);
      Header known = headers.get(owner);
      below = owner;
      owner = known == null ? deployment(owner, header) : known.owner();
    }
    return chain;
  }

  /** A ReplicaSet that is not in the input is named after its Deployment and the pods' hash. */
  private static @Nullable ObjectKey deployment(ObjectKey owner, Header pod) {
    String hash = pod.labels().get(TEMPLATE_HASH);
    String suffix = hash == null ? "" : "-" + hash;
    if (suffix.isEmpty() || !owner.kind().equals("ReplicaSet") || !owner.name().endsWith(suffix)) {
      return null;
    }
    String name = owner.name().substring(0, owner.name().length() - suffix.length());
    return new ObjectKey("Deployment", owner.namespace(), name);
  }

  static Workload workload(Header header, List<ObjectKey> chain) {
    ObjectKey top = chain.isEmpty() ? header.key() : chain.getLast();
    return new Workload(top.kind(), top.namespace(), top.name());
  }
}
