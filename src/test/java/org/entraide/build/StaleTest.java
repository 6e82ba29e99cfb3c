package org.entraide.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled anew after a change, on a small project of a few classes. */
@Tag("long")
@NullMarked
class StaleTest {

  private static final String MODEL =
      "<a>1</a><build><x>1</x><plugin><b>maven-compiler-plugin</b></plugin></build>";

  @TempDir Path project;

  private int changes;

  @BeforeEach
  void aProjectThatIsCompiled() throws IOException {
    Files.writeString(project.resolve("pom.xml"), MODEL);
    write("main", "Base", "abstract class Base { int size() { return 1; } private int own; }");
    write("main", "Child", "class Child extends Base { static final int MOST = 3; }");
    write("main", "Maker", "class Maker { Child child() { return new Child(); } }");
    write("main", "Far", "class Far { int of(Maker maker) { return maker.child().size(); } }");
    write("main", "Part", "record Part(int number) {}");
    write("main", "User", "class User { String of(Part part) { return part.toString(); } }");
    write("main", "Most", "class Most { int most = Child.MOST; }");
    write("test", "MakerTest", "class MakerTest { Maker maker = new Maker(); }");
    assertThat(Stale.remove(project)).hasSize(8);
    compile();
    assertThat(Stale.remove(project)).isEmpty();
  }

  private void write(String tree, String name, String text) throws IOException {
    Path file = source(tree, name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "package org.entraide;\n" + text + "\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++changes)));
  }

  private Path source(String tree, String name) {
    return project.resolve("src/" + tree + "/java/org/entraide/" + name + ".java");
  }

  private Path made(String name) {
    return project.resolve("target/classes/org/entraide/" + name + ".class");
  }

  private void compile() throws IOException {
    compile("main", "classes", "");
    compile("test", "test-classes", project.resolve("target/classes").toString());
  }

  private void compile(String tree, String to, String path) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("-proc:none", "-cp", path, "-d", project.resolve("target/" + to).toString()));
    try (Stream<Path> all = Files.walk(project.resolve("src/" + tree))) {
      all.filter(Files::isRegularFile).map(Path::toString).forEach(words::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(new String[0])))
        .isZero();
  }

  private List<String> stale() throws IOException {
    return Stale.remove(project).stream().map(name -> name.replace("org/entraide/", "")).toList();
  }

  @Test
  void theBodyOfAMethodConcernsNobodyElse() throws IOException {
    write("main", "Base", "abstract class Base { int size() { return 2; } private long own; }");

    assertThat(stale()).containsExactly("Base");
    assertThat(made("Base")).doesNotExist();
    assertThat(made("Child")).exists();
  }

  @Test
  void aMethodThatIsAnotherConcernsWhoCallsItWhoeverInheritedIt() throws IOException {
    write("main", "Base", "abstract class Base { long size() { return 1; } private int own; }");

    assertThat(stale()).contains("Base", "Child", "Maker", "Far").doesNotContain("User", "Part");
  }

  @Test
  void aTypeThatIsOnlyInferredConcernsWhoInfersIt() throws IOException {
    write(
        "main", "Child", "class Child extends Base { static final int MOST = 3; void more() {} }");

    assertThat(stale()).contains("Far").doesNotContain("MakerTest");
  }

  @Test
  void aConstantOfWhichNoNameIsLeftConcernsWhoReadsIt() throws IOException {
    write("main", "Child", "class Child extends Base { static final int MOST = 4; }");

    assertThat(stale()).contains("Child", "Most");
  }

  @Test
  void thePartsOfARecordAreSeenByOthers() throws IOException {
    write("main", "Part", "record Part(long number) {}");

    assertThat(stale()).containsExactly("Part", "User");
  }

  @Test
  void aSourceOfTheProgramConcernsTests() throws IOException {
    write(
        "main",
        "Maker",
        "class Maker { private Maker() {} Child child() { return new Child(); } }");

    assertThat(stale()).containsExactly("Far", "Maker", "MakerTest");
  }

  @Test
  void whatIsNotCompiledStaysStaleUntilItIs() throws IOException {
    write("main", "Part", "record Part(long number) {}");

    assertThat(stale()).containsExactly("Part", "User");
    assertThat(stale()).containsExactly("Part", "User");
    compile();
    assertThat(stale()).isEmpty();
  }

  @Test
  void aSourceThatIsGoneTakesItsClassAlongAndConcernsWhoUsedIt() throws IOException {
    Files.delete(source("main", "Part"));

    assertThat(stale()).containsExactly("User");
    assertThat(made("Part")).doesNotExist();
  }

  @Test
  void anotherWayToCompileConcernsAllAndAnotherPluginNobody() throws IOException {
    Files.writeString(project.resolve("pom.xml"), MODEL.replace("<x>1", "<x>2"));
    assertThat(stale()).isEmpty();

    Files.writeString(project.resolve("pom.xml"), MODEL.replace("<a>1", "<a>2"));
    assertThat(stale()).hasSize(8);
  }
}
