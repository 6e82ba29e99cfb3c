package org.entraide.placefile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;

/** Asks a geocoder many things: the same one once, and on all processors where it may. */
public final class BulkGeocoding {

  private static final int MOST_REMEMBERED = 20_000;

  private final Geocoder geocoder;
  private final boolean parallel;
  private final Map<PlaceQuery, Located> recentAnswers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PlaceQuery, Located> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private long found;
  private long notFound;
  private long unanswered;

  /**
   * @param parallel whether several threads may ask at once: not where a service sets the pace
   */
  public BulkGeocoding(Geocoder geocoder, boolean parallel) {
    this.geocoder = geocoder;
    this.parallel = parallel;
  }

  /** The answers, in the order of the questions. */
  public List<PlaceAnswer> of(List<PlaceQuestion> questions) {
    Map<PlaceQuery, Located> located = new HashMap<>();
    Set<PlaceQuery> unknown = new LinkedHashSet<>();
    for (PlaceQuestion question : questions) {
      Located recent = recentAnswers.get(question.query());
      if (recent == null) {
        unknown.add(question.query());
      } else {
        located.put(question.query(), recent);
      }
    }
    Stream<PlaceQuery> toLocate = parallel ? unknown.parallelStream() : unknown.stream();
    Map<PlaceQuery, Located> fresh =
        toLocate.collect(Collectors.toMap(query -> query, geocoder::locate));
    recentAnswers.putAll(fresh);
    located.putAll(fresh);
    return questions.stream().map(question -> answer(question, located)).toList();
  }

  private PlaceAnswer answer(PlaceQuestion question, Map<PlaceQuery, Located> located) {
    Located place = Objects.requireNonNull(located.get(question.query()));
    PlaceAnswer answer = new PlaceAnswer(question, place, geocoder.name());
    if (answer.isFound()) {
      found++;
    } else if (answer.isUnanswered()) {
      unanswered++;
    } else {
      notFound++;
    }
    return answer;
  }

  public long found() {
    return found;
  }

  /** Texts that say nothing, or too little. */
  public long notFound() {
    return notFound;
  }

  /** Texts that a service could not answer this time. */
  public long unanswered() {
    return unanswered;
  }
}
