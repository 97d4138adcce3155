package io.spotwright.model;

/** A port claimed on the node. {@code ip} is {@code 0.0.0.0} when the manifest names none. */
public record HostPort(String ip, String protocol, int port) {

  /** Two claims exclude each other on one node; 0.0.0.0 collides with every address. */
  public boolean conflictsWith(HostPort other) {
    return port == other.port
        && protocol.equals(other.protocol)
        && (ip.equals(other.ip) || ip.equals("0.0.0.0") || other.ip.equals("0.0.0.0"));
  }
}
