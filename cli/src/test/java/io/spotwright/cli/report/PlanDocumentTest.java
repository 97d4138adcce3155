package io.spotwright.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotwright.cli.document.JsonWriter;
import io.spotwright.cli.document.YamlWriter;
import io.spotwright.packing.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlanDocumentTest {
  private static final Path SCHEMA = Path.of("..", "docs", "plan.schema.json");

  private static String json(PlanReport report) throws IOException {
    StringWriter out = new StringWriter();
    PlanDocument.write(report, new JsonWriter(out));
    return out.toString();
  }

  private static String yaml(PlanReport report) throws IOException {
    StringWriter out = new StringWriter();
    PlanDocument.write(report, new YamlWriter(out));
    return out.toString();
  }

  private static Object read(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  @Test
  void aPlanWithEverythingIsAsPromised() throws IOException {
    assertThat(json(SamplePlan.rich())).isEqualTo(Golden.text("rich.json"));
  }

  @Test
  void everyDocumentKeepsToItsSchema() throws IOException {
    Object schema = read(Files.readString(SCHEMA));

    for (PlanReport report :
        List.of(
            SamplePlan.rich(),
            SamplePlan.withNodePool(),
            SamplePlan.empty(),
            SamplePlan.longNames())) {
      assertThat(SchemaCheck.faults(schema, read(json(report)))).isEmpty();
    }
  }

  @Test
  void yamlIsTheSameDocument() throws IOException {
    for (PlanReport report : List.of(SamplePlan.rich(), SamplePlan.longNames())) {
      assertThat(read(yaml(report))).isEqualTo(read(json(report)));
    }
  }

  @Test
  void theSchemaKnowsEveryKindOfReason() throws IOException {
    Map<?, ?> schema = (Map<?, ?>) read(Files.readString(SCHEMA));

    for (Reason.Kind kind : Reason.Kind.values()) {
      String name = PlanDocument.kind(new Reason(kind, "", 0));
      assertThat(schema.toString()).contains(name);
      assertThat(Leftovers.hint(kind)).endsWith(".");
    }
  }

  @Test
  void theCheckItselfFindsFaults() throws IOException {
    Object schema = read(Files.readString(SCHEMA));
    String broken =
        json(SamplePlan.rich())
            .replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")
            .replace("\"existing\": true", "\"existing\": \"yes\"")
            .replace("\"seed\"", "\"seeed\"");

    assertThat(SchemaCheck.faults(schema, read(broken)))
        .containsExactlyInAnyOrder(
            "$.schemaVersion is 2, not 1",
            "$.nodes[0].existing is yes, not of type boolean",
            "$ lacks seed",
            "$.seeed is not described");
  }
}
