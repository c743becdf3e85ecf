package org.capsula.server.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.capsula.pipeline.production.Progress.Step;
import org.jspecify.annotations.Nullable;

/** A bar with the time that is left, on a terminal; nothing elsewhere. */
public final class ProgressLine implements AutoCloseable {
  private static final int UPDATE_MILLIS = 250;

  private final @Nullable ProgressBar bar;

  private ProgressLine(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static ProgressLine silent() {
    return new ProgressLine(null);
  }

  static ProgressLine on(PrintStream terminal, String task) {
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(100)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .build());
  }

  public void at(Step step, int percent) {
    at(step.word(), percent);
  }

  /**
   * @param doing a word for what is being done
   */
  public void at(String doing, int percent) {
    if (bar != null) {
      bar.stepTo(percent).setExtraMessage(doing);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
