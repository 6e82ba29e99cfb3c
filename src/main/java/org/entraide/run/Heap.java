package org.entraide.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How much free heap Java keeps. While a campaign works, a heap that grows in small steps is
 * collected whole at each of them; at rest, what is free is missing elsewhere on the machine. The
 * figures are in {@code docs/benchmarks.md}.
 */
interface Heap {

  /** Lets the heap grow in large steps, as the process was started. */
  void work();

  /** Collects the heap, and gives back nearly all that is free. */
  void rest();

  /** The heap of this process. Where Java offers no such options, it is only collected. */
  static Heap ofProcess() {
    return new ProcessHeap(
        Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)));
  }

  /** The heap of this process, whose two shares of free heap may be changed while it runs. */
  final class ProcessHeap implements Heap {

    private static final String LEAST_FREE = "MinHeapFreeRatio";
    private static final String MOST_FREE = "MaxHeapFreeRatio";

    /** In percent of the heap. The least must never be above the most. */
    private static final String LEAST_AT_REST = "10";

    private static final String MOST_AT_REST = "20";

    private final Optional<HotSpotDiagnosticMXBean> java;
    private final Optional<String> leastAtWork;
    private final Optional<String> mostAtWork;

    private ProcessHeap(Optional<HotSpotDiagnosticMXBean> java) {
      this.java = java;
      this.leastAtWork = value(LEAST_FREE);
      this.mostAtWork = value(MOST_FREE);
    }

    private Optional<String> value(String option) {
      return java.map(it -> it.getVMOption(option))
          .filter(VMOption::isWriteable)
          .map(VMOption::getValue);
    }

    private void set(String option, String percent) {
      java.ifPresent(it -> it.setVMOption(option, percent));
    }

    @Override
    public void work() {
      mostAtWork.ifPresent(it -> set(MOST_FREE, it));
      leastAtWork.ifPresent(it -> set(LEAST_FREE, it));
    }

    @Override
    public void rest() {
      leastAtWork.ifPresent(it -> set(LEAST_FREE, LEAST_AT_REST));
      mostAtWork.ifPresent(it -> set(MOST_FREE, MOST_AT_REST));
      System.gc();
    }
  }
}
