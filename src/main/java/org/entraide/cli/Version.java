package org.entraide.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as its jar says. */
public final class Version implements IVersionProvider {

  /** The line that {@code --version} prints. Loads nothing but this class. */
  public static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "entraide " + (version == null ? "(not packaged)" : version);
  }

  /** The name and version by which services on the network know the program. */
  public static String userAgent() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "Entraide/" + (version == null ? "0" : version);
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
