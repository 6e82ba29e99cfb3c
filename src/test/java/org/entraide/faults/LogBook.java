package org.entraide.faults;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged by this thread. */
final class LogBook extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

  private final String thread = Thread.currentThread().getName();
  private final List<Line> lines = new ArrayList<>();

  /** One line, with the trace of what was thrown. */
  record Line(Level level, String text) {}

  static LogBook open() {
    LogBook book = new LogBook();
    book.start();
    ROOT.addAppender(book);
    return book;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThreadName().equals(thread)) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(new Line(event.getLevel(), event.getFormattedMessage() + trace));
    }
  }

  /** What was logged since the last time. */
  List<Line> take() {
    List<Line> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  @Override
  public void close() {
    ROOT.detachAppender(this);
    stop();
  }
}
