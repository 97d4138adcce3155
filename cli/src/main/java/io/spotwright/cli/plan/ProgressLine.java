package io.spotwright.cli.plan;

import io.spotwright.cli.document.Numbers;
import io.spotwright.cli.document.Text;
import io.spotwright.packing.Progress;
import java.io.PrintStream;

/** One line on a terminal that shows how the plan gets better, gone when the plan is done. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final int WIDTH = 99;

  private final PrintStream terminal;
  private boolean shown;

  ProgressLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  @Override
  public void report(String phase, double best, double bound, double seconds) {
    StringBuilder line = new StringBuilder(phase);
    if (Double.isFinite(best)) {
      line.append(": best ").append(Numbers.price(best)).append(" $/h");
    }
    if (Double.isFinite(bound) && bound > 0) {
      line.append(", at least ").append(Numbers.price(bound)).append(" $/h");
      if (Double.isFinite(best)) {
        double gap = Math.max(0, 100 * (best / bound - 1));
        line.append(", gap ").append(Numbers.fixed(gap, 1)).append(" %");
      }
    }
    line.append(", ").append(Numbers.fixed(seconds, 1)).append(" s");
    terminal.print("\r" + Text.left(Text.shorten(line.toString(), WIDTH), WIDTH));
    terminal.flush();
    shown = true;
  }

  @Override
  public void close() {
    if (shown) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      shown = false;
    }
  }
}
