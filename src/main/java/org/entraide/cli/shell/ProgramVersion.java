package org.entraide.cli.shell;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
public final class ProgramVersion implements IVersionProvider {

  /** The line that {@code --version} prints. Loads nothing but this class. */
  public static String line() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return "entraide " + (version == null ? "(not packaged)" : version);
  }

  /** The version alone; {@code 0} where the program was not packaged. */
  public static String number() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  /** The name and version by which services on the network know the program. */
  public static String userAgent() {
    return "Entraide/" + number();
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
