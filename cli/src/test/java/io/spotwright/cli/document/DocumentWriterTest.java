package io.spotwright.cli.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DocumentWriterTest {
  private final StringWriter text = new StringWriter();

  private static void writeSample(DocumentWriter out) throws IOException {
    out.beginObject();
    out.name("name").value("web \"1\"\n\u2028\u0007é");
    out.name("nothing").value((String) null);
    out.name("notANumber").value(Double.NaN);
    out.name("price").value(0.1 + 0.2);
    out.name("count").value(3);
    out.name("empty").beginArray().endArray();
    out.name("words").strings(List.of("no", "1.5", "plain", "a: b", ""));
    out.name("nodes").beginArray();
    out.beginObject().name("a").value(true).name("b").beginObject().endObject().endObject();
    out.beginArray().value(1).value(2).endArray();
    out.endArray();
    out.endObject();
    out.finish();
  }

  @Test
  void jsonIsIndentedAndEscaped() throws IOException {
    writeSample(new JsonWriter(text));

    assertThat(text)
        .hasToString(
            """
            {
              "name": "web \\"1\\"\\n\\u2028\\u0007é",
              "nothing": null,
              "notANumber": null,
              "price": 0.30000000000000004,
              "count": 3,
              "empty": [],
              "words": ["no", "1.5", "plain", "a: b", ""],
              "nodes": [
                {
                  "a": true,
                  "b": {}
                },
                [
                  1,
                  2
                ]
              ]
            }
            """);
  }

  @Test
  void yamlIsInBlocksAndQuotesWhatWouldReadOtherwise() throws IOException {
    writeSample(new YamlWriter(text));

    assertThat(text)
        .hasToString(
            """
            name: "web \\"1\\"\\n\\u2028\\u0007é"
            nothing: null
            notANumber: null
            price: 0.30000000000000004
            count: 3
            empty: []
            words:
              - "no"
              - "1.5"
              - plain
              - "a: b"
              - ""
            nodes:
              - a: true
                b: {}
              - - 1
                - 2
            """);
  }

  @Test
  void bothReadBackAsTheSameDocument() throws IOException {
    StringWriter yaml = new StringWriter();
    writeSample(new JsonWriter(text));
    writeSample(new YamlWriter(yaml));

    assertThat(read(yaml.toString())).isEqualTo(read(text.toString()));
  }

  @Test
  void halfASurrogatePairIsEscapedAndAWholeOneIsNot() throws IOException {
    new JsonWriter(text).value("a\ud83dz\ud83d\ude00").finish();

    assertThat(text).hasToString("\"a\\ud83dz\ud83d\ude00\"\n");
  }

  @Test
  void numbersDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      new JsonWriter(text).value(1234.5).finish();
      assertThat(text).hasToString("1234.5\n");
      assertThat(Numbers.price(1234.5)).isEqualTo("1,234.50");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anObjectLeftOpenIsNoticed() {
    JsonWriter out = new JsonWriter(text);

    assertThatThrownBy(() -> out.beginObject().finish()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(out::endArray).isInstanceOf(IllegalStateException.class);
  }

  private static Object read(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
