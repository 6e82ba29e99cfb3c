package org.entraide.delegates;

import org.entraide.organisers.Roads;

final class Measure {
  public static void main(String[] args) {
    Trial trial = new Trial(Roads::direct);
    for (int round = 0; round < 3; round++) {
      long begin = System.nanoTime();
      int requests = 0;
      for (History h : Histories.ALL) {
        requests += trial.tell(h, Strike.NONE, false).requests();
      }
      System.out.println(Histories.ALL.size() + " histories, " + requests + " requests, " + (System.nanoTime() - begin) / 1_000_000 + " ms, cpu " + java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000);
    }
  }
}
