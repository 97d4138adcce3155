package io.spotwright.cli;

import io.spotwright.cli.command.Flag;
import io.spotwright.cli.command.Manual;
import java.util.List;

/** The help of the program as a whole. */
final class ProgramManual {
  private ProgramManual() {}

  static Manual manual() {
    return new Manual(
        "",
        "spot VMs for Kubernetes on Azure, planned",
        "VERB",
        List.of(
            "Spotwright reads Kubernetes manifests and says which Azure VMs to buy for them, spot"
                + " or on-demand, at what price, and how far that price can be from the cheapest"
                + " possible. It needs no account and no network: sizes and prices are built in."),
        List.of(
            Flag.toggle("--help", "Options", "This page; after a verb, that verb's page."),
            Flag.toggle("--version", "Options", "The version.")),
        List.of(
            new Manual.Section(
                "VERBS",
                Verbs.LISTED.stream()
                    .map(verb -> new Manual.Entry(verb.name(), verb.purpose()))
                    .toList()),
            new Manual.Section(
                "EXIT CODES",
                List.of(
                    new Manual.Entry("0", "Done; for plan, every pod is placed."),
                    new Manual.Entry("1", "A defect of the program, or a disk or stream failed."),
                    new Manual.Entry("2", "Bad input or usage; nothing was printed but messages."),
                    new Manual.Entry("3", "A plan was made, but some pods are left over."))),
            new Manual.Section(
                "ENVIRONMENT",
                List.of(
                    new Manual.Entry("NO_COLOR", "When set, no colours."),
                    new Manual.Entry("SPOTWRIGHT_DEBUG=1", "Defects print their stack trace."),
                    new Manual.Entry(
                        "SPOTWRIGHT_JAVA_OPTS",
                        "More options for the JVM, for instance -Xmx8g.")))),
        List.of(
            new Manual.Entry("spotwright plan shop/", "Plan everything in a folder of manifests:"),
            new Manual.Entry("spotwright plan --help", "Read about a verb:")));
  }
}
