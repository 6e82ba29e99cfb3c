package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;

/** Says under {@code GET /office/campaigns} which campaigns are played, and where. */
record CampaignPeople(List<PlayedCampaign> campaigns) implements PeopleHandler {

  CampaignPeople {
    campaigns = List.copyOf(campaigns);
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    if (!request.method().equals("GET") || !request.rawPath().equals("/office/campaigns")) {
      return Optional.empty();
    }
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("campaigns");
    for (PlayedCampaign campaign : campaigns) {
      list.addObject()
          .put("name", campaign.name())
          .put("language", campaign.language())
          .put("title", campaign.title())
          .put("spreadsheet", campaign.spreadsheet())
          .put("form", campaign.form())
          .put("mailbox", campaign.delegate().mailbox())
          .put("delegate", campaign.delegate().name());
    }
    return Optional.of(OfficeResponse.json(200, json));
  }
}
