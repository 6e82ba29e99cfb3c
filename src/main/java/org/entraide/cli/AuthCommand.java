package org.entraide.cli;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code entraide auth}: people who let the daemon act for them. */
@Command(
    name = "auth",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Signs people in with Google, and out again.",
      "A delegate who signs in lets the daemon leave drafts in their mailbox; nothing is ever"
          + " sent.",
      "Works beside a running daemon, which sees it at once."
    },
    footer = {
      "",
      "Examples:",
      "  entraide auth login delegue@example.org",
      "  entraide auth status",
      "  entraide auth revoke delegue@example.org"
    })
public final class AuthCommand implements Runnable {

  private static final Pattern ADDRESS = Pattern.compile("^[^@\\s]++@[^@\\s]++");

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @ParentCommand private @Nullable EntraideCommand parent;

  private AuthCommand(Console console) {
    this.console = console;
  }

  /** The command with its own commands. */
  static CommandLine line(Actions actions, Console console) {
    CommandLine line = new CommandLine(new AuthCommand(console));
    line.addSubcommand(new Login(actions, console));
    line.addSubcommand(new Status(actions, console));
    line.addSubcommand(new Revoke(actions, console));
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), console.texts().get("cli.auth.which"));
    }
  }

  private static Configuration configuration(@Nullable AuthCommand auth)
      throws ConfigurationException {
    if (auth == null) {
      throw new IllegalStateException("The command has no parent: it was not parsed.");
    }
    return EntraideCommand.parsed(auth.parent).configuration();
  }

  private static String address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      throw new UserError(ExitCode.USAGE, Message.of("cli.auth.no_email").with("text", text));
    }
    return text;
  }

  /** {@code entraide auth login}. */
  @Command(
      name = "login",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Signs a person in with Google.",
        "Shows an address to open in a browser, where they allow what their part in the"
            + " configuration",
        "needs, and no more. With a browser on another machine: open the address there, allow, and",
        "paste here the address that it lands on (http://127.0.0.1:…/?…), although it shows no"
            + " page."
      },
      footer = {
        "",
        "Examples:",
        "  entraide auth login delegue@example.org",
        "  entraide auth login delegue@example.org --paste",
        "  entraide auth login asso@example.org --create-forms   also for \"entraide init\""
      })
  static final class Login implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Actions actions;
    private final Console console;

    @ParentCommand private @Nullable AuthCommand parent;

    @Parameters(paramLabel = "EMAIL", description = "The account that is to consent.")
    private String email = "";

    @Option(
        names = "--paste",
        description = "Wait for the pasted address only, not for a browser of this machine.")
    private boolean paste;

    @Option(
        names = "--create-forms",
        description = "Also let \"entraide init\" create a form in this person's Drive.")
    private boolean createForms;

    @Option(
        names = "--port",
        paramLabel = "N",
        defaultValue = "0",
        description = "Where the browser comes back to on 127.0.0.1; a free port if not given.")
    private int port;

    Login(Actions actions, Console console) {
      this.actions = actions;
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      if (port < 0 || port > HIGHEST_PORT) {
        throw new UserError(
            ExitCode.USAGE,
            Message.of("cli.auth.port")
                .with("highest", String.valueOf(HIGHEST_PORT))
                .with("port", String.valueOf(port)));
      }
      LoginOptions options = new LoginOptions(address(email), paste, createForms, port);
      return actions.login(configuration(parent), options, console);
    }
  }

  /** {@code entraide auth status}. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Shows who signed in, what for, and whether Google still accepts it.",
        "Exits 77 when somebody has to sign in, 69 when Google cannot be reached."
      },
      footer = {
        "",
        "Examples:",
        "  entraide auth status",
        "  entraide auth status --json | jq -r '.[] | select(.works == false) | .account'"
      })
  static final class Status implements Callable<Integer> {

    private final Actions actions;
    private final Console console;

    @ParentCommand private @Nullable AuthCommand parent;

    @Option(names = "--json", description = "Print it as JSON, times in ISO 8601.")
    private boolean json;

    Status(Actions actions, Console console) {
      this.actions = actions;
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      return actions.status(configuration(parent), json, console);
    }
  }

  /** {@code entraide auth revoke}. */
  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Takes a person's sign-in back.",
        "Google is told, and the token is removed here in any case. Exits 3 when Google could not"
            + " be told."
      },
      footer = {"", "Examples:", "  entraide auth revoke delegue@example.org"})
  static final class Revoke implements Callable<Integer> {

    private final Actions actions;
    private final Console console;

    @ParentCommand private @Nullable AuthCommand parent;

    @Parameters(paramLabel = "EMAIL", description = "Who signed in.")
    private String email = "";

    Revoke(Actions actions, Console console) {
      this.actions = actions;
      this.console = console;
    }

    @Override
    public Integer call() throws Exception {
      return actions.revoke(configuration(parent), address(email), console);
    }
  }

  /**
   * How to sign in.
   *
   * @param paste whether to wait for a pasted address only
   * @param createForms whether forms are to be made in the person's name, too
   * @param port 0 for a free one
   */
  public record LoginOptions(String email, boolean paste, boolean createForms, int port) {}

  /** What the commands do. */
  public interface Actions {

    int login(Configuration configuration, LoginOptions options, Console console) throws Exception;

    int status(Configuration configuration, boolean json, Console console) throws Exception;

    int revoke(Configuration configuration, String email, Console console) throws Exception;
  }
}
