package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import org.entraide.sandbox.PlayedCampaign;
import org.entraide.sandbox.SampleOffice;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class SetupActionTest extends SetupFixture {

  @ParameterizedTest
  @CsvSource({"workspace, fr", "workspace, en", "gmail, fr", "gmail, en"})
  void fromNothingToADoctorWithoutComplaint(String path, String language) throws Exception {
    play(language.equals("fr") ? PlayedCampaign.FRENCH : PlayedCampaign.ENGLISH);
    if (path.equals("gmail")) {
      office
          .office()
          .accounts()
          .withdrawDelegation(SampleOffice.ACCOUNT, campaign.delegate().mailbox());
    }
    int code = setup(new ArrayList<>(answers(path).values()));
    System.out.println(err);
    System.out.println(out);
    System.out.println(Files.readString(configuration()));
    assertThat(code).isZero();
  }
}
