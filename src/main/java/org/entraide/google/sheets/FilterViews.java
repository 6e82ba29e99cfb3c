package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.model.AddFilterViewRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.FilterCriteria;
import com.google.api.services.sheets.v4.model.FilterSpec;
import com.google.api.services.sheets.v4.model.FilterView;
import com.google.api.services.sheets.v4.model.Request;
import java.util.List;
import org.entraide.table.Change;
import org.entraide.table.FilterCondition;

/** Filter views in Google's words. */
final class FilterViews {

  private FilterViews() {}

  static Request adding(Change.FilterView view) {
    List<FilterSpec> columns =
        view.columns().stream()
            .map(
                column ->
                    new FilterSpec()
                        .setColumnIndex(column.column())
                        .setFilterCriteria(
                            new FilterCriteria().setCondition(condition(column.condition()))))
            .toList();
    return new Request()
        .setAddFilterView(
            new AddFilterViewRequest()
                .setFilter(
                    new FilterView()
                        .setFilterViewId(view.id())
                        .setTitle(view.title())
                        .setRange(DecorationRequests.range(view.area()))
                        .setFilterSpecs(columns)));
  }

  private static BooleanCondition condition(FilterCondition condition) {
    if (condition instanceof FilterCondition.TextIs is) {
      return condition("TEXT_EQ", new ConditionValue().setUserEnteredValue(is.text()));
    }
    if (condition instanceof FilterCondition.TextContains contains) {
      return condition("TEXT_CONTAINS", new ConditionValue().setUserEnteredValue(contains.text()));
    }
    String ago =
        switch (((FilterCondition.DateBefore) condition).ago()) {
          case WEEK -> "PAST_WEEK";
          case MONTH -> "PAST_MONTH";
          case YEAR -> "PAST_YEAR";
        };
    return condition("DATE_BEFORE", new ConditionValue().setRelativeDate(ago));
  }

  private static BooleanCondition condition(String type, ConditionValue value) {
    return new BooleanCondition().setType(type).setValues(List.of(value));
  }
}
