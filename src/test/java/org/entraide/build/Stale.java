package org.entraide.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Removes the class files that must be made anew, so that a compiler which compiles what has none
 * or an old one compiles enough: those of sources that changed, and those of all that use a source
 * whose <em>shape</em> changed, which is all of it but bodies of methods and private members. Who
 * uses whom is read in class files, where the names of all types stand, also of those that were
 * inferred. A constant leaves no name there: who uses these is read in sources.
 *
 * <p>It is run as a source, before anything is compiled: {@code java Stale.java PROJECT}.
 */
@NullMarked
public final class Stale {

  /** Types of ours in references, descriptors and signatures, without the names of nested ones. */
  private static final Pattern NAME = Pattern.compile("org/entraide/[\\w/]+");

  private static final Pattern CONSTANT =
      Pattern.compile(
          "(?m)^(?!.*\\bprivate\\b).*"
              + "\\b(?:boolean|byte|char|double|float|int|long|short|String)\\s+[A-Z][A-Z_0-9]*\\s*=");

  /** What comes before its plugins, and the one that compiles. */
  private static final Pattern BUILD =
      Pattern.compile("(?s)^(.*?)<build>.*?(>maven-compiler-plugin<.*?</plugin>)");

  private static final String NOTHING = "-";

  /**
   * Sources and where their classes go.
   *
   * @param sources a directory
   * @param classes another
   */
  private record Place(Path sources, Path classes) {

    Path source(String type) {
      return sources.resolve(type + ".java");
    }
  }

  /**
   * What was known of a type after the last time.
   *
   * @param time when its source was changed, and its length
   * @param shape a digest of what others see of it
   * @param uses the types that its classes name
   * @param parents those of them which it extends or implements
   */
  private record Known(String time, String shape, Set<String> uses, Set<String> parents) {

    static Known parse(String[] parts) {
      return new Known(parts[1], parts[2], set(parts[3]), set(parts[4]));
    }

    private static Set<String> set(String words) {
      return words.equals(NOTHING) ? Set.of() : Set.of(words.split(",", -1));
    }

    String line(String type) {
      return String.join(" ", type, time, shape, words(uses), words(parents));
    }

    private static String words(Set<String> set) {
      return set.isEmpty() ? NOTHING : String.join(",", new TreeSet<>(set));
    }
  }

  private final List<Place> places;
  private final Path model;
  private final Path memory;

  private final SortedMap<String, Place> sources = new TreeMap<>();
  private final SortedMap<String, List<Path>> classes = new TreeMap<>();

  private Stale(Path project) {
    Path target = project.resolve("target");
    this.places =
        List.of(
            new Place(project.resolve("src/main/java"), target.resolve("classes")),
            new Place(project.resolve("src/test/java"), target.resolve("test-classes")));
    this.model = project.resolve("pom.xml");
    this.memory = target.resolve("stale.txt");
  }

  /**
   * Removes class files of the project in a directory.
   *
   * @param words the directory
   */
  public static void main(String... words) throws IOException {
    SortedSet<String> stale = remove(Path.of(words[0]));
    System.out.println(
        "Sources to compile, since they changed or for what they use: " + stale.size());
  }

  /**
   * Removes class files.
   *
   * @param project its directory
   * @return the types to make anew, with slashes
   */
  static SortedSet<String> remove(Path project) throws IOException {
    return new Stale(project).remove();
  }

  private SortedSet<String> remove() throws IOException {
    look();
    Map<String, Known> before = remembered();
    String build = digest(build(Files.readString(model)));
    boolean anotherBuild =
        before.containsKey(NOTHING) && !before.get(NOTHING).shape().equals(build);
    SortedMap<String, Known> after = new TreeMap<>();
    SortedSet<String> stale = new TreeSet<>();
    SortedSet<String> reshaped = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    for (String type : sources.keySet()) {
      Known known = before.get(type);
      if (known == null || !known.time().equals(time(type))) {
        unknown.add(type);
      }
    }
    Map<String, String> shapes = shapes(unknown);
    for (String type : sources.keySet()) {
      Known known = before.get(type);
      boolean isNew = known == null ? isOlder(type) : shapes.containsKey(type);
      String shape = known == null || isNew ? shapes.get(type) : known.shape();
      if (isNew || anotherBuild || !classes.containsKey(type)) {
        stale.add(type);
      }
      if (isNew && (known == null || !known.shape().equals(shape))) {
        reshaped.add(type);
      }
      Known used = classes.containsKey(type) ? read(classes.get(type)) : known;
      after.put(
          type,
          new Known(
              time(type),
              String.valueOf(shape),
              used == null ? Set.of() : used.uses(),
              used == null ? Set.of() : used.parents()));
    }
    for (Map.Entry<String, Known> gone : before.entrySet()) {
      if (!gone.getKey().equals(NOTHING) && !sources.containsKey(gone.getKey())) {
        reshaped.add(gone.getKey());
        delete(gone.getKey());
      }
    }
    stale.addAll(users(reshaped, after));
    for (String type : stale) {
      delete(type);
    }
    after.put(NOTHING, new Known(NOTHING, build, Set.of(), Set.of()));
    remember(after);
    return stale;
  }

  /** Of a project's model, what says how to compile, and with what. */
  private static String build(String model) {
    Matcher parts = BUILD.matcher(model);
    return parts.find() ? parts.group(1) + parts.group(2) : model;
  }

  /** Finds sources and class files. */
  private void look() throws IOException {
    for (Place place : places) {
      for (Path source : files(place.sources(), ".java")) {
        String path = slashed(place.sources().relativize(source));
        sources.put(path.substring(0, path.length() - ".java".length()), place);
      }
      for (Path made : files(place.classes(), ".class")) {
        String type =
            slashed(place.classes().relativize(made)).replaceFirst("(\\$.*)?\\.class$", "");
        classes.computeIfAbsent(type, t -> new ArrayList<>()).add(made);
      }
    }
  }

  private static List<Path> files(Path directory, String end) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(end)).toList();
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private Path source(String type) {
    return Objects.requireNonNull(sources.get(type)).source(type);
  }

  private String time(String type) throws IOException {
    Path source = source(type);
    return Files.getLastModifiedTime(source).toMillis() + ":" + Files.size(source);
  }

  /** Whether its class is older than its source, or none is there. */
  private boolean isOlder(String type) throws IOException {
    for (Path made : classes.getOrDefault(type, List.of())) {
      if (Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(source(type))) < 0) {
        return true;
      }
    }
    return !classes.containsKey(type);
  }

  private void delete(String type) throws IOException {
    for (Path made : classes.getOrDefault(type, List.of())) {
      Files.deleteIfExists(made);
    }
  }

  /** All that use one of these, or a type that inherits from one. */
  private SortedSet<String> users(SortedSet<String> reshaped, Map<String, Known> all)
      throws IOException {
    Set<String> shaped = new HashSet<>(reshaped);
    Deque<String> open = new ArrayDeque<>(reshaped);
    while (!open.isEmpty()) {
      String parent = open.pop();
      all.forEach(
          (type, known) -> {
            if (known.parents().contains(parent) && shaped.add(type)) {
              open.push(type);
            }
          });
    }
    SortedSet<String> users = new TreeSet<>();
    all.forEach(
        (type, known) -> {
          if (known.uses().stream().anyMatch(shaped::contains) || isInside(type, reshaped)) {
            users.add(type);
          }
        });
    users.addAll(mentioning(reshaped));
    return users;
  }

  /** Whether it is in a package that is itself another. */
  private static boolean isInside(String type, Set<String> reshaped) {
    return reshaped.contains(type.substring(0, type.lastIndexOf('/') + 1) + "package-info");
  }

  /** Whose sources hold the name of one that has constants. */
  private SortedSet<String> mentioning(SortedSet<String> reshaped) throws IOException {
    List<String> names = new ArrayList<>();
    for (String type : reshaped) {
      if (!sources.containsKey(type) || CONSTANT.matcher(Files.readString(source(type))).find()) {
        names.add(type.substring(type.lastIndexOf('/') + 1));
      }
    }
    SortedSet<String> mentioning = new TreeSet<>();
    if (!names.isEmpty()) {
      Pattern any = Pattern.compile("\\b(?:" + String.join("|", names) + ")\\b");
      for (String type : sources.keySet()) {
        if (any.matcher(Files.readString(source(type))).find()) {
          mentioning.add(type);
        }
      }
    }
    return mentioning;
  }

  private Map<String, Known> remembered() throws IOException {
    Map<String, Known> known = new TreeMap<>();
    if (Files.exists(memory)) {
      for (String line : Files.readAllLines(memory)) {
        String[] parts = line.split(" ", -1);
        known.put(parts[0], Known.parse(parts));
      }
    }
    return known;
  }

  private void remember(SortedMap<String, Known> known) throws IOException {
    Files.createDirectories(memory.getParent());
    List<String> lines = new ArrayList<>();
    known.forEach((type, each) -> lines.add(each.line(type)));
    Files.write(memory, lines);
  }

  // What classes use

  private static Known read(List<Path> classes) throws IOException {
    Set<String> uses = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (Path each : classes) {
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(each)))) {
        read(in, uses, parents);
      }
    }
    return new Known(NOTHING, NOTHING, uses, parents);
  }

  /** The names in the pool of a class file, and those of what it extends and implements. */
  private static void read(DataInputStream in, Set<String> uses, Set<String> parents)
      throws IOException {
    in.readInt(); // its mark
    in.readInt(); // and version
    int count = in.readUnsignedShort();
    String[] texts = new String[count];
    int[] names = new int[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> {
          texts[i] = in.readUTF();
          addNames(texts[i], uses);
        }
        case 7 -> names[i] = in.readUnsignedShort();
        case 8, 16, 19, 20 -> in.readUnsignedShort();
        case 15 -> in.skipNBytes(3);
        case 5, 6 -> {
          in.readLong();
          i++; // they take two places
        }
        default -> in.readInt();
      }
    }
    in.readUnsignedShort(); // its flags
    in.readUnsignedShort(); // and itself
    addNames(String.valueOf(texts[names[in.readUnsignedShort()]]), parents);
    int interfaces = in.readUnsignedShort();
    for (int i = 0; i < interfaces; i++) {
      addNames(String.valueOf(texts[names[in.readUnsignedShort()]]), parents);
    }
  }

  private static void addNames(String text, Set<String> names) {
    if (text.contains("org/entraide/")) {
      Matcher name = NAME.matcher(text);
      while (name.find()) {
        names.add(name.group());
      }
    }
  }

  // What others see of a source

  private Map<String, String> shapes(List<String> types) throws IOException {
    Map<String, String> shapes = new TreeMap<>();
    if (types.isEmpty()) {
      return shapes;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  problem -> {}, // the compiler will tell it
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(types.stream().map(this::source).toList()));
      for (CompilationUnitTree unit : task.parse()) {
        Path source = Path.of(unit.getSourceFile().toUri());
        for (Place place : places) {
          if (source.startsWith(place.sources().toAbsolutePath())) {
            String path = slashed(place.sources().toAbsolutePath().relativize(source));
            shapes.put(path.substring(0, path.length() - ".java".length()), digest(shape(unit)));
          }
        }
      }
    }
    return shapes;
  }

  private static String shape(CompilationUnitTree unit) {
    StringBuilder shape = new StringBuilder();
    shape.append(unit.getPackage());
    unit.getImports().forEach(shape::append);
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree of) {
        add(of, shape);
      }
    }
    return shape.toString();
  }

  private static void add(ClassTree type, StringBuilder shape) {
    shape.append('\n').append(type.getKind()).append(type.getModifiers());
    shape.append(type.getSimpleName()).append(type.getTypeParameters());
    shape.append(type.getExtendsClause()).append(type.getImplementsClause());
    shape.append(type.getPermitsClause()).append('{');
    boolean isRecord = type.getKind() == Tree.Kind.RECORD;
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        add(nested, shape);
      } else if (member instanceof VariableTree field) {
        Set<Modifier> flags = field.getModifiers().getFlags();
        boolean isPart = isRecord && !flags.contains(Modifier.STATIC); // parts of one are private
        if (isPart || !flags.contains(Modifier.PRIVATE)) {
          shape.append('\n').append(field);
        }
      } else if (member instanceof MethodTree method
          && (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)
              || method.getReturnType() == null)) { // a constructor, instead of one that all have
        shape.append('\n').append(method.getModifiers()).append(method.getTypeParameters());
        shape.append(method.getReturnType()).append(' ').append(method.getName());
        shape.append(method.getParameters()).append(method.getThrows());
        shape.append(method.getDefaultValue()).append(method.getBody() == null);
      }
    }
    shape.append('}');
  }

  /** Of 64 bits. */
  private static String digest(String text) {
    long digest = 0;
    for (int i = 0; i < text.length(); i++) {
      digest = 1_099_511_628_211L * (digest ^ text.charAt(i));
    }
    return Long.toHexString(digest);
  }
}
