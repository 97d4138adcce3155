package io.spotwright.kubernetes.manifest.tree;

import io.spotwright.kubernetes.manifest.diagnostic.Diagnostics;
import io.spotwright.kubernetes.manifest.diagnostic.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of one stretch of text from the parser's events. An alias shares the node of its
 * anchor; {@code <<} merges, as the Kubernetes tools allow.
 */
final class TreeReader {
  private final ParserImpl events;
  private final Diagnostics diagnostics;
  private final String file;
  private final int lineOffset;
  private final Map<Anchor, YamlNode> anchors = new HashMap<>();
  private long aliased;

  TreeReader(
      LoadSettings settings, String text, String file, int lineOffset, Diagnostics diagnostics) {
    this.events = new ParserImpl(settings, new StreamReader(settings, text));
    this.file = file;
    this.lineOffset = lineOffset;
    this.diagnostics = diagnostics;
  }

  /**
   * The root of the next document, {@code null} at the end; throws the library's exceptions and
   * RefusedException.
   */
  @Nullable YamlNode next() {
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent) {
        anchors.clear();
        aliased = 0;
        return node(events.next(), 0);
      }
    }
    return null;
  }

  private YamlNode node(Event event, int depth) {
    if (depth > TextLimits.DEPTH) {
      throw refused(event, "nested deeper than " + TextLimits.DEPTH + " levels");
    }
    return switch (event) {
      case ScalarEvent scalar -> keep(scalar, scalar(scalar));
      case MappingStartEvent start -> mapping(start, depth);
      case SequenceStartEvent start -> keep(start, sequence(start, depth));
      case AliasEvent alias -> aliased(alias);
      default -> throw refused(event, "unexpected " + event.getEventId());
    };
  }

  private ScalarNode scalar(ScalarEvent event) {
    String tag = event.getTag().orElse("");
    boolean text = tag.equals("!") || tag.equals("tag:yaml.org,2002:str");
    return new ScalarNode(event.getValue(), event.isPlain() && !text, line(event), column(event));
  }

  private SequenceNode sequence(SequenceStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    long size = 1;
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      YamlNode item = node(event, depth + 1);
      items.add(item);
      size += item.size();
      event = events.next();
    }
    return new SequenceNode(items, size, line(start), column(start));
  }

  private MappingNode mapping(MappingStartEvent start, int depth) {
    MappingNode mapping = new MappingNode(line(start), column(start));
    List<YamlNode> merged = new ArrayList<>(0);
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      YamlNode key = node(event, depth + 1);
      YamlNode value = node(events.next(), depth + 1);
      if (!(key instanceof ScalarNode name)) {
        throw new RefusedException(
            "a key must be a text, not " + key.describe(), key.line(), key.column(), true);
      } else if (name.plain() && name.value().equals("<<")) {
        merged.add(value);
      } else {
        put(mapping, name, value);
      }
      event = events.next();
    }
    merged.forEach(source -> merge(mapping, source));
    keep(start, mapping);
    return mapping;
  }

  private void put(MappingNode mapping, ScalarNode name, YamlNode value) {
    ScalarNode before = mapping.key(name.value());
    if (before == null) {
      mapping.put(name, value);
    } else {
      problem(
          name,
          "the key '" + name.value() + "' appears twice",
          "it was first set in line " + before.line() + "; keep one of them");
    }
  }

  /** Keys that are set beside {@code <<} win, then the earlier of the merged mappings. */
  private void merge(MappingNode target, YamlNode source) {
    switch (source) {
      case MappingNode from -> {
        for (ScalarNode key : from.keys()) {
          YamlNode value = from.get(key.value());
          if (value != null && target.key(key.value()) == null) {
            target.put(key, value);
            count(key, value.size());
          }
        }
      }
      case SequenceNode list -> list.items().forEach(item -> mergeItem(target, item));
      case ScalarNode scalar -> mergeItem(target, scalar);
    }
  }

  private void mergeItem(MappingNode target, YamlNode item) {
    if (item instanceof MappingNode) {
      merge(target, item);
    } else {
      problem(item, "'<<' merges mappings, not " + item.describe(), "use an alias of a mapping");
    }
  }

  private YamlNode aliased(AliasEvent event) {
    YamlNode node = anchors.get(event.getAlias());
    if (node == null) {
      throw refused(
          event,
          "the alias *" + event.getAlias() + " has no anchor before it, or stands inside of it");
    }
    count(new ScalarNode("", true, line(event), column(event)), node.size());
    return node;
  }

  private void count(ScalarNode where, long size) {
    aliased += size;
    if (aliased > TextLimits.ALIASED_NODES) {
      throw new RefusedException(
          "aliases multiply this document to more than " + TextLimits.ALIASED_NODES + " values",
          where.line(),
          where.column());
    }
  }

  private <T extends YamlNode> T keep(NodeEvent event, T node) {
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), node);
    }
    return node;
  }

  private void problem(YamlNode node, String message, String hint) {
    diagnostics.problem(new Place(file, node.line(), node.column()), message, hint);
  }

  private RefusedException refused(Event event, String message) {
    return new RefusedException(message, line(event), column(event));
  }

  private int line(Event event) {
    @Nullable Mark mark = event.getStartMark().orElse(null);
    return mark == null ? 1 : lineOffset + mark.getLine() + 1;
  }

  private int column(Event event) {
    @Nullable Mark mark = event.getStartMark().orElse(null);
    return mark == null ? 1 : mark.getColumn() + 1;
  }
}
