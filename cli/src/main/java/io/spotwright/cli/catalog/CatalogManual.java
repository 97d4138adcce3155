package io.spotwright.cli.catalog;

import static io.spotwright.cli.command.Flag.choice;
import static io.spotwright.cli.command.Flag.toggle;
import static io.spotwright.cli.command.Flag.value;

import io.spotwright.cli.command.Flag;
import io.spotwright.cli.command.Manual;
import java.util.List;

/** The flags of {@code catalog} and its help. */
final class CatalogManual {
  private static final String MARKET = "What is searched";
  private static final String RESULT = "What is printed";

  private CatalogManual() {}

  static Manual manual() {
    return new Manual(
        "catalog",
        "VM sizes and prices of a region",
        "[NAME...]",
        List.of(
            "Lists the VM sizes of an Azure region with their on-demand and spot prices, the"
                + " cheapest on spot first. Each NAME is a part of a size's name; a size with any"
                + " of them is shown.",
            "Prices are USD per hour for Linux, pay as you go, from tables that come with the"
                + " program. A ~ marks an estimate: where a spot price is not known, it is the"
                + " on-demand price times the family's usual ratio."),
        flags(),
        List.of(
            new Manual.Section(
                "EXIT CODES",
                List.of(
                    new Manual.Entry("0", "The search was done, whether or not it found any."),
                    new Manual.Entry("2", "Bad usage; nothing is on standard output.")))),
        examples());
  }

  private static List<Flag> flags() {
    return List.of(
        value("--region", "REGION", MARKET, "Azure region, as westeurope. Default: westeurope."),
        toggle("--regions", MARKET, "List the regions instead of sizes."),
        value("--families", "LIST", MARKET, "Series or families, as D,NC or Dasv5,Esv5."),
        value("--min-vcpus", "N", MARKET, "Smallest size, in vCPUs."),
        value("--max-vcpus", "N", MARKET, "Largest size, in vCPUs."),
        choice("--arch", MARKET, "Processor architecture. Default: both.", "amd64", "arm64"),
        toggle(
            "--all", MARKET, "Also sizes that AKS or Karpenter runs no nodes on, with the reason."),
        choice(
            "--sort",
            RESULT,
            "Order: spot or price (on-demand) per hour, spot-per-vcpu, vcpus, memory or name."
                + " Default: spot.",
            SizeOrder.NAMES.toArray(String[]::new)),
        value(
            "--limit",
            "N",
            RESULT,
            "Print so many sizes at most. Default: 40 in a table, all in JSON."),
        choice("--output", RESULT, "Default: table.", "table", "json"));
  }

  private static List<Manual.Entry> examples() {
    return List.of(
        new Manual.Entry(
            "spotwright catalog --min-vcpus 4 --max-vcpus 8",
            "The cheapest spot VMs of 4 to 8 vCPUs:"),
        new Manual.Entry(
            "spotwright catalog D4as_v5 --region northeurope", "What one size costs elsewhere:"),
        new Manual.Entry(
            "spotwright catalog --arch arm64 --sort spot-per-vcpu", "The cheapest Arm vCPUs:"),
        new Manual.Entry(
            "spotwright catalog --families NC --all", "GPU sizes, those unfit for nodes included:"),
        new Manual.Entry("spotwright catalog --regions", "Where prices are known:"));
  }
}
