package io.spotwright.cli.report;

import static io.spotwright.cli.document.TextTable.number;
import static io.spotwright.cli.document.TextTable.text;

import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Style;
import io.spotwright.cli.document.TextTable;
import io.spotwright.market.Offering;
import io.spotwright.model.Resources;
import io.spotwright.packing.PlannedNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The nodes of a plan as two tables: to buy, grouped by what is bought, and existing ones used. */
final class NodeTable {
  private NodeTable() {}

  /** What one row stands for. */
  private record Key(String nodePool, String vmSize, String zone, String capacityType)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::nodePool)
          .thenComparing(Key::capacityType, Comparator.reverseOrder())
          .thenComparing(key -> natural(key.vmSize()))
          .thenComparing(Key::zone)
          .compare(this, other);
    }
  }

  /** Sums over the nodes of a row. */
  private static final class Row {
    private int nodes;
    private int pods;
    private double price;
    private boolean estimated;
    private double cpu;
    private double memory;
    private double cpuOffered;
    private double memoryOffered;

    void add(PlannedNode node, Resources room) {
      Resources used = NodeFacts.requested(node);
      nodes++;
      pods += node.pods().size();
      price += node.hourlyPrice();
      Offering offering = node.offering();
      estimated |= offering != null && offering.estimated();
      cpu += used.cpu();
      memory += used.memory();
      cpuOffered += room.cpu();
      memoryOffered += room.memory();
    }

    String cpuShare() {
      return cpuOffered == 0 ? "-" : Numbers.percent(cpu / cpuOffered);
    }

    String memoryShare() {
      return memoryOffered == 0 ? "-" : Numbers.percent(memory / memoryOffered);
    }
  }

  static List<String> bought(PlanReport report, int width, Style style) {
    Map<Key, Row> rows = rows(report, true);
    boolean pools = rows.keySet().stream().anyMatch(key -> !key.nodePool().isEmpty());
    List<TextTable.Column> columns = new ArrayList<>(List.of(number("Nodes"), text("VM size")));
    columns.addAll(List.of(text("Zone"), text("Capacity")));
    if (pools) {
      columns.add(TextTable.yielding("NodePool"));
    }
    columns.addAll(List.of(number("$/h each"), number("$/h"), number("Pods")));
    columns.addAll(List.of(number("CPU"), number("Memory")));
    TextTable table = new TextTable(columns.toArray(TextTable.Column[]::new));
    rows.forEach((key, row) -> {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(row.nodes), key.vmSize()));
      cells.addAll(List.of(orDash(key.zone()), key.capacityType()));
      if (pools) {
        cells.add(orDash(key.nodePool()));
      }
      String mark = row.estimated ? "~" : "";
      cells.add(mark + Numbers.price(row.price / row.nodes));
      cells.add(mark + Numbers.price(row.price));
      cells.addAll(List.of(Integer.toString(row.pods), row.cpuShare(), row.memoryShare()));
      table.row(cells.toArray(String[]::new));
    });
    return table.lines(width, style);
  }

  static List<String> reused(PlanReport report, int width, Style style) {
    TextTable table =
        new TextTable(
            number("Nodes"),
            text("VM size"),
            text("Zone"),
            text("Capacity"),
            number("Pods added"),
            number("CPU"),
            number("Memory"));
    rows(report, false)
        .forEach((key, row) ->
            table.row(
                Integer.toString(row.nodes),
                orDash(key.vmSize()),
                orDash(key.zone()),
                key.capacityType(),
                Integer.toString(row.pods),
                row.cpuShare(),
                row.memoryShare()));
    return table.lines(width, style);
  }

  private static Map<Key, Row> rows(PlanReport report, boolean bought) {
    Map<Key, Row> rows = new TreeMap<>();
    NodeRoom room = new NodeRoom(report.observation());
    for (PlannedNode node : report.plan().nodes()) {
      if ((node.offering() != null) == bought) {
        NodeFacts facts = NodeFacts.of(node);
        Key key =
            new Key(facts.nodePool(), facts.vmSize(), zone(facts, report), facts.capacityType());
        rows.computeIfAbsent(key, unused -> new Row()).add(node, room.of(node));
      }
    }
    return rows;
  }

  /** Without the region, which the totals name: {@code 1} for {@code westeurope-1}. */
  private static String zone(NodeFacts facts, PlanReport report) {
    String prefix = report.catalogue().region() + "-";
    String zone = facts.zone();
    return zone.startsWith(prefix) ? zone.substring(prefix.length()) : zone;
  }

  /** For sorting D2 before D16: every number with leading zeros. */
  private static String natural(String name) {
    StringBuilder text = new StringBuilder();
    int digits = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i < name.length() && Character.isDigit(name.charAt(i))) {
        digits++;
      } else {
        if (digits > 0) {
          text.append("0".repeat(Math.max(0, 6 - digits))).append(name, i - digits, i);
          digits = 0;
        }
        if (i < name.length()) {
          text.append(name.charAt(i));
        }
      }
    }
    return text.toString();
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }
}
