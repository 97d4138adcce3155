package io.spotwright.kubernetes.manifest.object;

/** Identity of an object; the namespace is empty for kinds that have none. */
public record ObjectKey(String kind, String namespace, String name) {

  /** {@code Deployment shop/cart}. */
  @Override
  public String toString() {
    return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
  }
}
