package org.entraide.campaign;

import static org.entraide.campaign.World.*;

import java.util.*;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;

class ProbeTest {
  static void show(World w, String what) {
    System.out.println("== " + what);
    for (int r = 1; r < w.table.rowCount(ANSWERS); r++) {
      StringBuilder b = new StringBuilder();
      for (String t : List.of(NAME, "Réf", "Statut", "Consigne", "Vérifié", "Contrôle", "Explication")) b.append(w.table.text(ANSWERS, r, t)).append(" | ");
      System.out.println("  " + b);
    }
  }

  @Test
  void same() {
    for (int firstSecond = 0; firstSecond < 2; firstSecond++)
    for (String sharing : List.of("mail", "phone", "both-none"))
    for (int early = 0; early < 3; early++)
    for (int lost = 0; lost < 3; lost++)
    for (int helpers = 0; helpers < 2; helpers++) {
      World w = new World();
      w.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, sharing.equals("mail") ? "alba@example.org" : "ana@example.org", PHONE, sharing.equals("phone") ? "07700 900123" : "");
      if (early == 2) w.settle(2);
      w.answer("Bob Berg", PLACE, "Nord", NEEDS, "Médicaments", EMAIL, sharing.equals("mail") ? "alba@example.org" : "bob@example.org", PHONE, sharing.equals("phone") ? "07700 900123" : "");
      if (helpers == 1) w.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses, Médicaments");
      String a0 = "", b0 = "";
      if (early != 1) { w.settle(2); a0 = w.shown("Ana Alba", "Réf"); b0 = w.shown("Bob Berg", "Réf"); } else { w.once(); a0 = w.shown("Ana Alba", "Réf"); b0 = w.shown("Bob Berg", "Réf"); }
      String who = firstSecond == 0 ? "Ana Alba" : "Bob Berg";
      w.instruct(who, "Consigne", "Même personne");
      w.settle(2);
      String a1 = w.shown("Ana Alba", "Réf"), b1 = w.shown("Bob Berg", "Réf");
      if (lost == 1) { w.startAgain(new MemoryJournal()); w.settle(2); }
      String a2 = w.shown("Ana Alba", "Réf"), b2 = w.shown("Bob Berg", "Réf");
      if (lost == 2) w.startAgain(new MemoryJournal());
      w.instruct(who, "Consigne", "");
      w.settle(3);
      String a3 = w.shown("Ana Alba", "Réf"), b3 = w.shown("Bob Berg", "Réf");
      boolean ok = a3.equals(a0) && b3.equals(b0);
      System.out.println((ok ? "ok  " : "BAD ") + who + " " + sharing + " early" + early + " lost" + lost + " h" + helpers + ": " + a0 + "," + b0 + " -> " + a1 + "," + b1 + " -> " + a2 + "," + b2 + " -> " + a3 + "," + b3);
    }
  }
  @Test
  void fuzz() {
    for (int seed = 0; seed < 1500; seed++) {
      Random x = new Random(seed);
      World w = new World();
      int n = 2 + x.nextInt(2);
      List<String> names = List.of("Ana Alba", "Bob Berg", "Cleo Cole", "Ana Alba");
      boolean stamp = x.nextInt(3) > 0;
      StringBuilder log = new StringBuilder("stamp" + stamp + " ");
      for (int i = 0; i < n; i++) {
        String mail = x.nextBoolean() ? "alba@example.org" : x.nextInt(3) == 0 ? "" : "p" + i + "@example.org";
        String phone = x.nextBoolean() || mail.isEmpty() ? "07700 900123" : "";
        log.append(names.get(i) + " " + mail + " " + phone + "; ");
        List<Cell> cells = new ArrayList<>(w.cells(names.get(i), PLACE, "Nord", i % 2 == 0 ? NEEDS : OFFERS, "Courses", EMAIL, mail, PHONE, phone));
        if (!stamp) cells.set(0, Cell.EMPTY);
        w.table.row(ANSWERS, cells);
        if (x.nextBoolean()) w.settle(1 + x.nextInt(2));
      }
      w.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses");
      w.settle(2);
      List<String> before = refs(w);
      int mask = 1 + x.nextInt((1 << n) - 1);
      for (int i = 0; i < n; i++) if ((mask >> i & 1) == 1) { w.table.type(ANSWERS, i + 1, "Consigne", "Même personne"); log.append("M" + (i+1) + " "); if (x.nextInt(3)==0) w.once(); }
      w.settle(1 + x.nextInt(3));
      List<String> merged = refs(w);
      if (x.nextInt(3) == 0) { w.startAgain(new MemoryJournal()); log.append("lost "); if (x.nextBoolean()) w.settle(1); }
      int ed = x.nextInt(6); int row = 1 + x.nextInt(n);
      if (ed == 1) { w.table.type(ANSWERS, row, EMAIL, "new@example.org"); log.append("E" + row + " "); }
      if (ed == 2) { w.table.type(ANSWERS, row, NAME, "New Name"); log.append("N" + row + " "); }
      if (ed == 3) { w.table.type(ANSWERS, row, TIME, "27/03/2020 10:00:00"); log.append("T" + row + " "); }
      if (ed == 4) { w.table.type(ANSWERS, row, PHONE, "07700 900777"); log.append("P" + row + " "); }
      if (x.nextBoolean()) {w.settle(1); log.append("s ");}
      for (int i = 0; i < n; i++) { w.table.type(ANSWERS, i + 1, "Consigne", ""); if (x.nextInt(3)==0) w.once(); }
      w.settle(3);
      List<String> after = refs(w);
      if (!after.equals(before)) { System.out.println("BAD " + seed + " " + log + before + merged + after + (before.containsAll(after) ? "" : "  THIRD")); }
    }
  }
  @Test
  void paste() {
    World world = new World().answer("Hal Hart", PLACE, "Nord", OFFERS, "Garde d’enfants").answer("Kim Kern", PLACE, "Loin", OFFERS, "Conversation");
    world.settle(2);
    world.instruct("Hal Hart", "Vérifié", "oui");
    world.instruct("Hal Hart", "Consigne", "Prioritaire");
    world.settle(2);
    show(world, "before");
    for (String title : List.of("Consigne", "Vérifié", "Avec", "Jamais avec", "Contrôle")) world.instruct("Kim Kern", title, world.shown("Hal Hart", title));
    show(world, "pasted");
    world.startAgain(new MemoryJournal());
    for (int i = 0; i < 3; i++) { world.settle(1); show(world, "after " + i); }
  }

  @Test
  void third() {
    for (String word : List.of("Même personne", "Doublon"))
    for (int kind : List.of(0,2,3,4,5,6,7,8,9))
    for (int row = 1; row <= 2; row++) {
      World w = new World();
      w.answer("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org");
      if (kind == 0) w.settle(2);
      w.answer("Bob Berg", PLACE, "Nord", NEEDS, "Médicaments", EMAIL, "alba@example.org");
      w.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses, Médicaments");
      if (kind == 0 || kind == 1) {} else w.settle(2);
      List<String> b = refs(w);
      if (word.equals("Doublon")) { if (kind < 2) { w.once(); b = refs(w);} w.table.type(ANSWERS, row, "Statut", "Doublon " + b.get(2 - row)); }
      else w.table.type(ANSWERS, row, "Consigne", word);
      w.settle(2);
      List<String> m = refs(w);
      List<Cell> cells = null;
      if (kind == 3 || kind == 4) { cells = w.table.answers(ANSWERS, 3 - row, 99); w.table.deleteRow(ANSWERS, 3 - row); w.settle(kind == 3 ? 1 : 3); w.table.insert(ANSWERS, 3 - row, cells); w.settle(2); }
      if (kind == 5) { w.table.reverse(ANSWERS); w.settle(2); w.table.reverse(ANSWERS); }
      if (kind == 6) { w.table.deleteRow(ANSWERS, 3 - row); w.settle(3); w.table.insert(ANSWERS, 3 - row, new ArrayList<>()); }
      if (kind == 7) { w.table.copyRow(ANSWERS, row); w.settle(2); w.table.deleteRow(ANSWERS, 4); w.settle(2);}
      if (kind == 8) { w.table.type(ANSWERS, row, "Réf", ""); w.settle(2);}
      if (kind == 9) { w.table.type(ANSWERS, row, "Contrôle", ""); w.startAgain(new MemoryJournal()); w.settle(2);}
      w.table.type(ANSWERS, row, word.equals("Doublon") ? "Statut" : "Consigne", "");
      w.settle(3);
      System.out.println("T " + word + " kind" + kind + " row" + row + " " + b + m + refs(w));
    }
  }
  @Test
  void samefp() {
    for (String word : List.of("Même personne", "Doublon"))
    for (int row = 1; row <= 2; row++)
    for (int lost = 0; lost < 3; lost++) {
      World w = new World();
      List<Cell> cells = new ArrayList<>(w.cells("Ana Alba", PLACE, "Nord", NEEDS, "Courses", EMAIL, "alba@example.org"));
      w.table.row(ANSWERS, cells);
      w.settle(2);
      w.table.copyRow(ANSWERS, 1);
      w.table.type(ANSWERS, 2, NAME, "Bob Berg");
      w.answer("Hal Hart", PLACE, "Nord", OFFERS, "Courses, Médicaments");
      w.settle(2);
      List<String> b = refs(w);
      if (word.equals("Doublon")) { w.table.type(ANSWERS, row, "Statut", "Doublon " + b.get(2 - row)); }
      else w.table.type(ANSWERS, row, "Consigne", word);
      w.settle(2);
      List<String> m = refs(w);
      if (lost == 1) { w.startAgain(new MemoryJournal()); w.settle(2); }
      if (lost == 2) { w.startAgain(new MemoryJournal()); }
      w.table.type(ANSWERS, row, word.equals("Doublon") ? "Statut" : "Consigne", "");
      w.settle(3);
      System.out.println("T " + word + " lost" + lost + " row" + row + " " + b + m + refs(w));
    }
  }
  static List<String> refs(World w) { List<String> r = new ArrayList<>(); for (int i = 1; i < w.table.rowCount(ANSWERS); i++) r.add(w.table.text(ANSWERS, i, "Réf")); return r; }
}
