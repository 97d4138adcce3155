package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.AzureCatalogue;
import io.spotwright.azure.catalog.AzureSize;
import io.spotwright.azure.catalog.Region;
import io.spotwright.azure.catalog.RegionalPrice;
import io.spotwright.azure.catalog.UnknownNameException;
import io.spotwright.cli.command.Arguments;
import io.spotwright.cli.command.InputException;
import io.spotwright.cli.command.Values;
import io.spotwright.market.OfferingFilter;
import io.spotwright.model.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and what was found.
 *
 * @param priced all sizes of the region that have a price
 * @param found those that were searched for, in order
 * @param unfit how many more there are that cannot be nodes
 * @param hint names near those asked for, when nothing was found
 */
record CatalogSearch(
    Region region, List<RegionalPrice> priced, List<RegionalPrice> found, int unfit, String hint) {

  static CatalogSearch run(Arguments arguments) throws InputException {
    String name = Objects.requireNonNullElse(arguments.text("--region"), "westeurope");
    List<String> families = arguments.list("--families");
    Integer least = arguments.value("--min-vcpus", Values.whole(1, 10_000));
    Integer most = arguments.value("--max-vcpus", Values.whole(1, 10_000));
    String arch = arguments.value("--arch", Values.oneOf(List.of("amd64", "arm64")));
    String sort = arguments.value("--sort", Values.oneOf(SizeOrder.NAMES));
    boolean all = arguments.has("--all");
    List<String> parts =
        arguments.operands().stream().map(part -> part.toLowerCase(Locale.ROOT)).toList();
    Region region = region(name, arguments);
    List<RegionalPrice> priced = region == null ? List.of() : prices(region, arguments);
    OfferingFilter filter = OfferingFilter.ANY.withFamilies(families);
    checkFamilies(families, priced, arguments);
    arguments.check();
    SizeOrder order =
        sort == null ? SizeOrder.SPOT : SizeOrder.values()[SizeOrder.NAMES.indexOf(sort)];
    List<RegionalPrice> matching =
        priced.stream()
            .filter(price -> isNamed(price.size(), parts))
            .filter(price -> filter.acceptsFamily(price.size().family()))
            .filter(price -> least == null || price.size().vcpus() >= least)
            .filter(price -> most == null || price.size().vcpus() <= most)
            .filter(price -> arch == null || price.size().arch().equals(arch))
            .sorted(order.comparator())
            .toList();
    List<RegionalPrice> found =
        matching.stream().filter(price -> all || price.size().usable()).toList();
    return new CatalogSearch(
        Objects.requireNonNull(region),
        priced,
        found,
        matching.size() - found.size(),
        matching.isEmpty() ? hint(arguments.operands(), priced) : ".");
  }

  private static @Nullable Region region(String name, Arguments arguments) {
    try {
      return AzureCatalogue.region(name);
    } catch (UnknownNameException e) {
      arguments.complain("--region", message(e), "spotwright catalog --regions lists all");
      return null;
    }
  }

  private static List<RegionalPrice> prices(Region region, Arguments arguments) {
    try {
      return AzureCatalogue.prices(region.name());
    } catch (UnknownNameException e) {
      arguments.complain("--region", message(e), "spotwright catalog --regions lists all");
      return List.of();
    }
  }

  private static void checkFamilies(
      List<String> families, List<RegionalPrice> priced, Arguments arguments) {
    Set<String> known =
        priced.stream()
            .map(price -> price.size().family())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String wanted : families) {
      OfferingFilter one = OfferingFilter.ANY.withFamilies(List.of(wanted));
      if (!priced.isEmpty() && known.stream().noneMatch(one::acceptsFamily)) {
        arguments.complain(
            "--families",
            "no VM size of family '" + wanted + "'" + NearestNames.hint(wanted, known),
            "");
      }
    }
  }

  private static boolean isNamed(AzureSize size, List<String> parts) {
    String name = size.name().toLowerCase(Locale.ROOT);
    return parts.isEmpty() || parts.stream().anyMatch(name::contains);
  }

  private static String hint(List<String> names, List<RegionalPrice> priced) {
    List<String> known = priced.stream().map(price -> price.size().name()).toList();
    for (String name : names) {
      String hint =
          NearestNames.hint(name.startsWith("Standard_") ? name : "Standard_" + name, known);
      if (!hint.isEmpty()) {
        return hint;
      }
    }
    return ".";
  }

  private static String message(UnknownNameException e) {
    return String.valueOf(e.getMessage());
  }
}
