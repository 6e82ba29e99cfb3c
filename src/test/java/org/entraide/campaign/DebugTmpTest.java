package org.entraide.campaign;
import java.util.*;
import java.time.Duration;
import org.entraide.campaign.Rivals.Installation;
import org.junit.jupiter.api.Test;
class DebugTmpTest {
  static void dump(World w){
    for (int tab : List.of(World.ANSWERS, World.LEDGER)) for (int r=0;w.table.has(tab)&&r<w.table.rowCount(tab);r++){ StringBuilder b=new StringBuilder(); for(int c=(tab==World.ANSWERS?2:0);c<22;c++){ b.append(w.table.text(tab,r,c)).append(" | ");} System.out.println(b);}
    w.dashboard().stream().limit(8).forEach(System.out::println);
  }
  @Test void died(){
    World world=Rivals.town();
    Installation a=new Installation(world, Signature.once("one",false)), b=new Installation(world, Signature.once("other",false));
    world.outage.planNextOf("write AppendRows", Outage.How.DEATH_BEFORE);
    try { a.single(); } catch (Outage.Death e) { world.outage.heal(); }
    world.clock.advance(Duration.ofMinutes(31));
    b.single(); dump(world);
    for(int i=0;i<4;i++){ world.clock.advance(Duration.ofMinutes(6)); for (Installation x: List.of(a,b)){ int k=x.reports.size(); x.single(); System.out.println(i+" "+x.signature.installation()+" "+x.reports.subList(k,x.reports.size()).stream().map(r->r.completed()+" "+r.again()+" "+r.effects()+" "+r.troubles()).toList());}}
    dump(world);
  }
  @Test void over(){
    int n=Integer.getInteger("order",44);
    World world=new World();
    Installation a=new Installation(world, Rivals.FIRST);
    a.cycles(2).run(); Rivals.answers(world);
    Installation b=new Installation(world, Signature.once("second",true));
    Turns turns=new Turns();
    List<String> log=Collections.synchronizedList(new ArrayList<>());
    Set<String> seen=Set.of("read","reread","create","delete");
    world.outage.meanwhile(c->{turns.request(c); if(seen.contains(c)||c.startsWith("write")) log.add(Thread.currentThread().getName()+" "+c);});
    turns.run(Rivals.orders().get(n), List.of(a.cycles(3),b::single));
    world.outage.meanwhile(c->{});
    log.forEach(System.out::println);
    for (Installation i: List.of(a,b)) i.reports.forEach(r->System.out.println(i.signature.installation()+" "+r.completed()+" "+r.again()+" "+r.effects()+" "+r.troubles()));
    dump(world);
    for(int i=0;i<3;i++){ world.clock.advance(Duration.ofMinutes(6)); for(int j=0;j<2;j++){ a.once(); System.out.println(i+" "+a.last().completed()+" "+a.last().again()+" "+a.last().effects()+" "+a.last().troubles());}}
    dump(world);
  }
  @Test void t(){
    int n=Integer.getInteger("order",1);
    World world=Rivals.town();
    Installation a=new Installation(world, Signature.once("one",false)), b=new Installation(world, Signature.once("other",false));
    Turns turns=new Turns();
    List<String> log=Collections.synchronizedList(new ArrayList<>());
    world.outage.meanwhile(c->{turns.request(c); log.add(Thread.currentThread().getName()+" "+c);});
    turns.run(Rivals.orders().get(n), List.of(a::single,b::single));
    world.outage.meanwhile(c->{});
    log.forEach(System.out::println);
    for (Installation i: List.of(a,b)) i.reports.forEach(r->System.out.println(i.signature.installation()+" "+r.completed()+" "+r.again()+" "+r.effects()+" "+r.troubles()));
    dump(world);
    for(int i=0;i<4;i++){ world.clock.advance(Duration.ofMinutes(6)); for (Installation x: List.of(a,b)){ int k=x.reports.size(); x.single(); System.out.println(i+" "+x.signature.installation()+" "+x.reports.subList(k,x.reports.size()).stream().map(r->r.completed()+" "+r.again()+" "+r.effects()+" "+r.troubles()).toList());}}
    dump(world);
  }
}
