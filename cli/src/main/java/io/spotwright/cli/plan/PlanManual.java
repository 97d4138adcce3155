package io.spotwright.cli.plan;

import static io.spotwright.cli.command.Flag.choice;
import static io.spotwright.cli.command.Flag.toggle;
import static io.spotwright.cli.command.Flag.value;

import io.spotwright.cli.command.Flag;
import io.spotwright.cli.command.Manual;
import java.util.List;

/** The flags of {@code plan} and its help. */
final class PlanManual {
  private static final String MARKET = "What may be bought";
  private static final String NODE = "What a node holds";
  private static final String RISK = "How risk is spread";
  private static final String SEARCH = "How the plan is made";
  private static final String RESULT = "What is printed";

  private PlanManual() {}

  static Manual manual() {
    return new Manual(
        "plan",
        "the cheapest nodes that will really hold these pods",
        "INPUT...",
        List.of(
            "Reads Kubernetes manifests and prints which Azure VMs to buy for their pods, with"
                + " prices and with the lowest price any plan could have. Each INPUT is a file, a"
                + " folder (read with all its .yaml, .yml and .json files) or - for standard"
                + " input.",
            "Pods come from Pods, Deployments, StatefulSets, Jobs and other controllers; existing"
                + " Nodes are filled first; DaemonSets, disruption budgets, volumes, NodePools and"
                + " a SpotPolicy among the inputs are respected. A flag overrides the policy, and"
                + " the policy overrides the defaults below."),
        flags(),
        List.of(exitCodes(), files()),
        examples());
  }

  private static List<Flag> flags() {
    return List.of(
        value(
            "--region", "REGION", MARKET, "Azure region of sizes and prices. Default: westeurope."),
        value(
            "--zones", "LIST", MARKET, "Availability zones, as 1,2,3. Default: all of the region."),
        value(
            "--families",
            "LIST",
            MARKET,
            "VM series or families, as D,E or Dasv5,Esv5. Default: D,E,F on amd64, and what pods,"
                + " NodePools or the policy ask for by name. With NodePools: every family."),
        value("--max-vcpus", "N", MARKET, "Largest VM size, in vCPUs. Default: no limit."),
        new Flag(
            "--capacity-type",
            "LIST",
            MARKET,
            "spot, on-demand or both. Default: both, so the cheaper one, which is spot.",
            PlanFlags.CAPACITY_TYPES),
        value(
            "--instance-types",
            "FILE",
            MARKET,
            "Buy from this file (Karpenter's instance-type JSON) instead of from Azure's catalogue."
                + " Everything in the file counts, whatever its family."),
        value("--policy", "FILE", MARKET, "A SpotPolicy; it stands before one among the inputs."),
        choice(
            "--overhead",
            NODE,
            "Whose reservations a node gives up: AKS since 1.29, self-hosted Karpenter, or none."
                + " Default: aks.",
            "aks",
            "karpenter",
            "none"),
        value(
            "--max-pods",
            "N",
            NODE,
            "Pods a node may run, 10 to 250. AKS reserves memory for each, so fewer leave more."
                + " Default: 250, as with Azure CNI Overlay."),
        value(
            "--max-pool-share",
            "SHARE",
            RISK,
            "Largest share of all bought vCPUs in one capacity pool: one VM size in one zone on"
                + " spot, which Azure takes back together. As 10% or 0.1. Default: no limit."),
        value(
            "--max-family-zone-share",
            "SHARE",
            RISK,
            "Largest share of all bought vCPUs in one family and zone. Default: no limit."),
        toggle(
            "--pool-safe",
            RISK,
            "Losing any one capacity pool must leave every workload what its PodDisruptionBudget"
                + " asks for, or half of its replicas when it has none."),
        choice(
            "--binding",
            SEARCH,
            "Who gives pods their nodes. default: kube-scheduler alone, so the plan is changed"
                + " until it finds it by itself; exact: a controller, so no change is needed."
                + " Default: default.",
            "default",
            "exact"),
        choice(
            "--replicas",
            SEARCH,
            "Replicas of workloads that an autoscaler scales: as written, or the autoscaler's least"
                + " or most. Default: current.",
            "current",
            "min",
            "max"),
        value(
            "--time-limit",
            "DURATION",
            SEARCH,
            "Wall time for planning, as 500ms, 2s or 1m; reading and printing come on top. More"
                + " time can find a lower price. Default: 2s."),
        value("--seed", "N", SEARCH, "Another seed, another search. Default: 1."),
        value(
            "--explain",
            "POD",
            RESULT,
            "Say why this pod (namespace/name) is on its node and what the next best costs, or why"
                + " it is left over."),
        choice(
            "--output",
            RESULT,
            "A table for people, or a document for programs. Default: table.",
            "table",
            "json",
            "yaml"));
  }

  private static Manual.Section exitCodes() {
    return new Manual.Section(
        "EXIT CODES",
        List.of(
            new Manual.Entry("0", "Every pod is placed."),
            new Manual.Entry("1", "A defect of the program, or a disk or stream failed."),
            new Manual.Entry(
                "2", "Bad input or usage; every fault is on standard error, nothing on output."),
            new Manual.Entry("3", "A plan was made, but some pods are left over.")));
  }

  private static Manual.Section files() {
    return new Manual.Section(
        "FILES",
        List.of(
            new Manual.Entry(
                "docs/plan.md", "Every option and every line of the output explained."),
            new Manual.Entry("docs/plan.schema.json", "JSON Schema of --output json and yaml."),
            new Manual.Entry("docs/spotpolicy.md", "The SpotPolicy document.")));
  }

  private static List<Manual.Entry> examples() {
    return List.of(
        new Manual.Entry("spotwright plan examples/online-shop", "Plan a folder of manifests:"),
        new Manual.Entry(
            "helm template my-chart | spotwright plan - --region northeurope --max-vcpus 32",
            "What a chart would cost in another region, with no VM above 32 vCPUs:"),
        new Manual.Entry(
            "kubectl get deploy,sts,ds,pdb,hpa -A -o yaml | spotwright plan - --pool-safe",
            "What a running cluster needs, safe against the loss of any one capacity pool:"),
        new Manual.Entry(
            "spotwright plan shop/ --output json | jq .hourlyCost", "The price alone:"),
        new Manual.Entry(
            "spotwright plan shop/ --explain default/frontend-0", "Why a pod is where it is:"));
  }
}
