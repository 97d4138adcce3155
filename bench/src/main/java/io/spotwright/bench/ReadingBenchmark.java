package io.spotwright.bench;

import io.spotwright.azure.catalog.AzureCatalogue;
import io.spotwright.azure.catalog.NodeShape;
import io.spotwright.kubernetes.manifest.ManifestReader;
import io.spotwright.kubernetes.manifest.ReaderOptions;
import io.spotwright.kubernetes.manifest.Reading;
import io.spotwright.kubernetes.manifest.Source;
import io.spotwright.market.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What comes before planning: the catalogue of a region, and 10,000 pods from manifests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {
  private String services = "";
  private String diverse = "";

  @Setup
  public void write() throws IOException {
    services = Manifests.yaml(BenchData.pods("services-10000"));
    diverse = Manifests.yaml(BenchData.pods("diverse-10000"));
  }

  @Benchmark
  public Catalogue catalogue() {
    return AzureCatalogue.load("westeurope", NodeShape.DEFAULT);
  }

  @Benchmark
  public Reading services10000() {
    return ManifestReader.read(List.of(Source.ofText("services", services)), ReaderOptions.DEFAULT);
  }

  @Benchmark
  public Reading diverse10000() {
    return ManifestReader.read(List.of(Source.ofText("diverse", diverse)), ReaderOptions.DEFAULT);
  }
}
