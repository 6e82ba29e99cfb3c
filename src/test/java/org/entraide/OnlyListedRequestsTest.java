package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnlyListedRequestsTest {

  private static final String TOKENS = " Google-HTTP-Java-Client/2.1.0 (gzip)";
  private static final String AGENT = " Entraide Google-API-Java-Client/2.7.2 (gzip)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /gmail/v1/users/me/drafts/send",
        "POST /gmail/v1/users/me/messages/send",
        "PUT /gmail/v1/users/me/drafts/*",
        "POST /upload/gmail/v1/users/me/messages/send",
        "POST /gmail/v1/users/me/messages/*/trash",
        "DELETE /gmail/v1/users/me/messages/*"
      })
  void aRequestThatIsOnNoListIsNoticed(String request) {
    assertThat(OnlyListedRequests.unlisted(request + " 403" + AGENT)).containsExactly(request);
    assertThat(OnlyListedRequests.LISTED).noneMatch(listed -> listed.endsWith("send"));
  }

  @Test
  void aListedRequestAndATestsOwnAreNot() {
    assertThat(OnlyListedRequests.unlisted("GET /gmail/v1/users/me/history 200" + AGENT)).isEmpty();
    assertThat(OnlyListedRequests.unlisted("POST /gmail/v1/users/me/drafts/send 403 "))
        .as("a test's own hand")
        .isEmpty();
    assertThat(
            OnlyListedRequests.unlisted(
                "POST /gmail/v1/users/me/drafts/send 403 test Google-API-Java-Client/2.7.2"))
        .as("a test's own client")
        .isEmpty();
    assertThat(
            OnlyListedRequests.unlisted(
                "POST /gmail/v1/users/me/drafts/send 403 Google-API-Java-Client/2.7.2"))
        .as("a client that says nothing of itself")
        .hasSize(1);
  }

  @Test
  void aScopeOfWhichThePageDoesNotTellIsNoticed() {
    String told = "https://www.googleapis.com/auth/gmail.compose";
    String untold = "https://www.googleapis.com/auth/gmail.modify";
    assertThat(OnlyListedRequests.unlisted("scopes <" + told + " " + untold + ">" + TOKENS))
        .containsExactly("gmail.modify");
    assertThat(OnlyListedRequests.unlisted("scopes <openid " + told + ">" + TOKENS)).isEmpty();
  }
}
