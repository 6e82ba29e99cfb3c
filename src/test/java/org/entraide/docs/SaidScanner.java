package org.entraide.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a class can say: every text of several words, together with what it is joined to.
 * Whatever is not known to be something else counts as said, so that no new message escapes.
 */
final class SaidScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

  /** Who takes texts that nobody reads when all is well with the program itself. */
  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile(
          "(new )?(IllegalStateException|IllegalArgumentException|UncheckedIOException"
              + "|DateTimeException|EOFException|GarbledAnswerException|AssertionError"
              + "|ForbiddenCallException|NullPointerException|Whose)");

  /** Who takes texts to compare, to count or to look up, and none to show. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "(startsWith|endsWith|contains|split|compile|matches|replace|replaceAll|equals"
              + "|query|batch|prepare|execute|help|debug|trace|info|setProperty|write|read)");

  private static final Pattern CODE =
      Pattern.compile(
          "\\s*(?:(?:INSERT|SELECT|DELETE|UPDATE|PRAGMA|CREATE|DROP|LOCK|WITH|SET|RESET|VACUUM|INTEGER|BIGINT)"
              + " .*|.*\\\\[SdpsW].*|<!DOCTYPE.*|NFKC;.*|Any-Latin.*|timestamp >=.*|columns"
              + " .*|postcode, quality.*|tab-separated.*)",
          Pattern.DOTALL);

  /** A clause that is added to a message and means nothing alone. */
  private static final Pattern FRAGMENT =
      Pattern.compile("\\s*(?:[;,(].*|.*(?:Crown copyright|OpenStreetMap|GeoNames).*)");

  private static final Pattern WORD = Pattern.compile("(?<!\\S)\\S*\\p{L}\\S*");
  private static final Pattern KIND = Pattern.compile("(?:^|\\.)Kind\\.([A-Z_]+)$");
  private static final Pattern EXIT = Pattern.compile("(?:^|\\.)ExitCode\\.([A-Z_]+)$");
  private static final Set<String> PRINTING = Set.of("print", "println", "printf", "new Terminal");
  private static final int FEWEST_WORDS = 3;

  private static final Map<String, String> FOLLOWS =
      Map.ofEntries(
          Map.entry("UNAVAILABLE", "tried again by itself; a command ends with 69"),
          Map.entry("THROTTLED", "waits as long as Google says; a command ends with 75"),
          Map.entry("CONFLICT", "read again and tried anew; a command ends with 75"),
          Map.entry("SIGN_IN", "that sign-in rests until somebody signs in; 77"),
          Map.entry("PERMISSION", "tried again each cycle until it is allowed; 77"),
          Map.entry("NOT_FOUND", "tried again each cycle until it is mended; 78"),
          Map.entry("REJECTED", "a bug: please report it; 1"),
          Map.entry("SETTINGS", "the campaign waits until it is mended; 3"),
          Map.entry("MACHINE", "the campaign waits until the machine is mended; 3"),
          Map.entry("BUG", "a bug: please report it; other campaigns go on; 3"),
          Map.entry("FAILURE", "ends with 1"),
          Map.entry("USAGE", "ends with 2"),
          Map.entry("PARTLY", "ends with 3"),
          Map.entry("ALREADY_RUNNING", "ends with 11"),
          Map.entry("UNREACHABLE", "ends with 69"),
          Map.entry("TRY_AGAIN", "ends with 75"),
          Map.entry("CONFIGURATION", "ends with 78"));

  private final String source;
  private final Consumer<Said> found;

  SaidScanner(String source, Consumer<Said> found) {
    this.source = source;
    this.found = found;
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
    return null; // help texts: "entraide COMMAND --help" shows them
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
    if (literal.getValue() instanceof String) {
      TreePath whole = whole(getCurrentPath());
      // a sentence of several literals is told once, with its first
      if (literals(whole.getLeaf()).findFirst().filter(literal::equals).isPresent()) {
        tell(whole);
      }
    }
    return null;
  }

  private void tell(TreePath path) {
    String text = words(path.getLeaf());
    List<Tree> around = around(path);
    boolean shown =
        around.stream().map(SaidScanner::callee).flatMap(Optional::stream).noneMatch(this::hides);
    if (shown && !CODE.matcher(text).matches() && !FRAGMENT.matcher(text).matches()) {
      String plain = plain(text);
      if (WORD.matcher(plain).results().count() >= FEWEST_WORDS) {
        found.accept(new Said(source, plain, follows(around)));
      }
    }
  }

  private boolean hides(String callee) {
    return FOR_DEVELOPERS.matcher(callee).matches() || NOT_SHOWN.matcher(callee).matches();
  }

  /** The call that a text is given to, and those around it in the same statement, inside out. */
  private static List<Tree> around(TreePath path) {
    List<Tree> around = new ArrayList<>();
    for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
      Tree tree = at.getLeaf();
      if (tree instanceof BlockTree || tree.getKind() == Tree.Kind.CLASS) {
        break;
      }
      around.add(tree);
    }
    return around;
  }

  private static Optional<String> callee(Tree tree) {
    if (tree instanceof NewClassTree made) {
      return Optional.of("new " + last(made.getIdentifier()));
    }
    return tree instanceof MethodInvocationTree call
        ? Optional.of(last(call.getMethodSelect()))
        : Optional.empty();
  }

  private static String last(Tree name) {
    String text = name.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  private static String follows(List<Tree> around) {
    for (Tree tree : around) {
      Optional<String> callee = callee(tree);
      if (tree instanceof MethodInvocationTree call && isLog(call.getMethodSelect().toString())) {
        return "the log only; it goes on";
      }
      if (callee.filter(PRINTING::contains).isPresent()) {
        return "for information";
      }
      List<? extends ExpressionTree> arguments = arguments(tree);
      for (ExpressionTree argument : arguments) {
        Optional<String> known = known(KIND, argument).or(() -> known(EXIT, argument));
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    return "";
  }

  private static boolean isLog(String method) {
    return method.matches("(?i)log\\.(info|warn|error)");
  }

  private static List<? extends ExpressionTree> arguments(Tree tree) {
    if (tree instanceof NewClassTree made) {
      return made.getArguments();
    }
    return tree instanceof MethodInvocationTree call ? call.getArguments() : List.of();
  }

  private static Optional<String> known(Pattern constant, ExpressionTree argument) {
    Matcher matcher = constant.matcher(argument.toString());
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean end = constant == EXIT && matcher.group(1).equals("SIGN_IN");
    return Optional.ofNullable(end ? "ends with 77" : FOLLOWS.get(matcher.group(1)));
  }

  /** The whole of which a literal is a part: joined by +, and in brackets. */
  private static TreePath whole(TreePath literal) {
    TreePath at = literal;
    while (isWhole(at.getParentPath().getLeaf())) {
      at = at.getParentPath();
      if (at.getLeaf() instanceof MemberSelectTree) {
        at = at.getParentPath(); // the call of formatted
      }
    }
    return at;
  }

  private static boolean isWhole(Tree parent) {
    return parent instanceof ParenthesizedTree
        || parent.getKind() == Tree.Kind.PLUS
        || (parent instanceof MemberSelectTree select && isFormatted(select));
  }

  private static boolean isFormatted(MemberSelectTree select) {
    return select.getIdentifier().contentEquals("formatted");
  }

  /** What is formatted, of a call that does. */
  private static Optional<ExpressionTree> pattern(Tree tree) {
    return tree instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree select
            && isFormatted(select)
        ? Optional.of(select.getExpression())
        : Optional.empty();
  }

  private static Stream<LiteralTree> literals(Tree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return literals(inner.getExpression());
    }
    if (tree instanceof BinaryTree sum) {
      return Stream.concat(literals(sum.getLeftOperand()), literals(sum.getRightOperand()));
    }
    if (pattern(tree).isPresent()) {
      return literals(pattern(tree).get());
    }
    return tree instanceof LiteralTree literal && literal.getValue() instanceof String
        ? Stream.of(literal)
        : Stream.empty();
  }

  private static String words(Tree tree) {
    if (tree instanceof ParenthesizedTree inner) {
      return words(inner.getExpression());
    }
    if (tree instanceof BinaryTree sum) {
      return words(sum.getLeftOperand()) + words(sum.getRightOperand());
    }
    if (pattern(tree).isPresent()) {
      return words(pattern(tree).get());
    }
    return tree instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : "…";
  }

  /** With one sign for whatever is put in, and on one line. */
  private static String plain(String text) {
    return text.replaceAll("%[,+0-9.$]*[sdfx]", "…")
        .replace("%n", " ")
        .replace("%%", "%")
        .replace("{}", "…")
        .replaceAll("\\s+", " ")
        .replaceAll("…{2,}", "…")
        .strip();
  }
}
