package io.spotwright.scheduling.filter;

/** The rule of kube-scheduler that keeps a pod off a node, in the order they are tried. */
public enum Rule {
  UNSCHEDULABLE("the node is cordoned"),
  TAINTS("the node has a taint the pod does not tolerate"),
  NODE_AFFINITY("the node does not match the pod's node selector or required node affinity"),
  HOST_PORT("a host port the pod asks for is taken"),
  RESOURCES("too little is left on the node"),
  VOLUME_ZONE("a volume of the pod cannot be reached from the node"),
  TOPOLOGY_SPREAD("the pod's topology spread would be exceeded"),
  POD_AFFINITY("no pod that the pod must run with is in the node's domain"),
  POD_ANTI_AFFINITY("a pod that the pod must not run with is in the node's domain"),
  EXISTING_ANTI_AFFINITY("a pod in the node's domain must not run with this pod");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /** For people, without a full stop. */
  public String sentence() {
    return sentence;
  }
}
