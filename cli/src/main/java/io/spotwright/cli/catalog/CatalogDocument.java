package io.spotwright.cli.catalog;

import io.spotwright.azure.catalog.AzureCatalogue;
import io.spotwright.azure.catalog.AzureSize;
import io.spotwright.azure.catalog.Region;
import io.spotwright.azure.catalog.RegionalPrice;
import io.spotwright.cli.document.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Sizes and regions as JSON. */
final class CatalogDocument {
  private CatalogDocument() {}

  static void writeSizes(CatalogSearch search, int limit, Writer out) throws IOException {
    JsonWriter json = start(out);
    json.name("region").value(search.region().name());
    json.name("currency").value(AzureCatalogue.CURRENCY);
    json.name("zones").strings(search.region().zones());
    json.name("found").value(search.found().size());
    json.name("sizes").beginArray();
    for (RegionalPrice price : search.found().subList(0, Math.min(limit, search.found().size()))) {
      writeSize(json, price);
    }
    json.endArray().endObject();
    json.finish();
  }

  static void writeRegions(List<Region> regions, Writer out) throws IOException {
    JsonWriter json = start(out);
    json.name("regions").beginArray();
    for (Region region : regions) {
      json.beginObject();
      json.name("name").value(region.name());
      json.name("displayName").value(region.displayName());
      json.name("geography").value(region.geography());
      json.name("zones").value(region.zoneCount());
      json.name("sizes").value(region.pricedSizes());
      json.name("knownSpotPrices").value(region.knownSpotPrices());
      json.endObject();
    }
    json.endArray().endObject();
    json.finish();
  }

  private static JsonWriter start(Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.beginObject();
    json.name("schemaVersion").value(1);
    return json;
  }

  private static void writeSize(JsonWriter json, RegionalPrice price) throws IOException {
    AzureSize size = price.size();
    json.beginObject();
    json.name("name").value(size.name());
    json.name("family").value(size.family());
    json.name("vcpus").value(size.vcpus());
    json.name("memoryGib").value(size.memoryGib());
    json.name("arch").value(size.arch());
    json.name("gpus").value(size.gpus());
    json.name("gpuModel").value(size.gpus() == 0 ? null : size.gpuModel());
    json.name("maxDataDisks").value(size.maxDataDisks());
    json.name("onDemandHourlyPrice").value(price.onDemand());
    json.name("onDemandEstimated").value(price.onDemandEstimated());
    Double spot = price.spot();
    json.name("spotHourlyPrice").value(spot == null ? Double.NaN : spot);
    json.name("spotEstimated").value(price.spotEstimated());
    json.name("asOf").value(price.asOf().toString());
    json.name("source").value(price.origin().source());
    json.name("unusable").value(size.usable() ? null : size.unusable());
    json.endObject();
  }
}
