package org.entraide;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the program trusts cannot be changed by accident; each rule is seen to fail. */
@NullMarked
@Tag("long")
class TrustTest {

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.entraide");

  /** To recognise why a connection failed is all that anybody needs of it, but for its limit. */
  private static final ArchRule TLS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entraide.google.wire.HandshakeLimit")
          .should()
          .dependOnClassesThat(
              resideInAPackage("javax.net.ssl..")
                  // what went wrong may be said; a refused handshake has sent nothing
                  .and(DescribedPredicate.not(simpleName("SSLException")))
                  .and(DescribedPredicate.not(simpleName("SSLHandshakeException"))))
          .orShould()
          .callMethod(
              "com.google.api.client.http.javanet.NetHttpTransport$Builder",
              "doNotValidateCertificate");

  /** The one that limits handshakes makes sockets as the JDK does, and decides nothing on trust. */
  private static final ArchRule HANDSHAKE =
      noClasses()
          .that()
          .haveSimpleNameStartingWith("HandshakeLimit")
          .should()
          .dependOnClassesThat(
              resideInAPackage("javax.net.ssl..")
                  .and(DescribedPredicate.not(simpleName("SSLSocketFactory")))
                  .and(DescribedPredicate.not(simpleName("HttpsURLConnection"))))
          .orShould()
          .callMethod(HttpsURLConnection.class, "setHostnameVerifier", HostnameVerifier.class)
          .orShould()
          .callMethod(
              HttpsURLConnection.class, "setDefaultHostnameVerifier", HostnameVerifier.class);

  private static final ArchRule ENVIRONMENT =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.entraide.cli.shell.SystemEdge")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  /** Breaks the rule on handshakes. */
  static final class HandshakeLimitOfTheGullible {
    static final HostnameVerifier ANY = (host, session) -> true;
  }

  /** Breaks both rules. */
  static final class Gullible {
    static final HostnameVerifier ANY = (host, session) -> true;

    static String endpoint() {
      return String.valueOf(System.getenv("ENTRAIDE_ENDPOINT"));
    }
  }

  @Test
  void nothingWeakensTls() {
    TLS.check(MAIN);
    HANDSHAKE.check(MAIN);
  }

  @Test
  void onlyTheEdgeLooksAtTheEnvironment() {
    ENVIRONMENT.check(MAIN);
  }

  @Test
  void eachRuleIsSeenToFail() {
    JavaClasses bad =
        new ClassFileImporter().importClasses(Gullible.class, HandshakeLimitOfTheGullible.class);

    assertThat(TLS.evaluate(bad).hasViolation()).isTrue();
    assertThat(HANDSHAKE.evaluate(bad).hasViolation()).isTrue();
    assertThat(ENVIRONMENT.evaluate(bad).hasViolation()).isTrue();
  }
}
