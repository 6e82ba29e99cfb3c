package org.entraide.google.sheets;

import com.google.api.services.sheets.v4.model.BasicChartAxis;
import com.google.api.services.sheets.v4.model.BasicChartDomain;
import com.google.api.services.sheets.v4.model.BasicChartSeries;
import com.google.api.services.sheets.v4.model.BasicChartSpec;
import com.google.api.services.sheets.v4.model.ChartData;
import com.google.api.services.sheets.v4.model.ChartSourceRange;
import com.google.api.services.sheets.v4.model.ChartSpec;
import com.google.api.services.sheets.v4.model.EmbeddedChart;
import com.google.api.services.sheets.v4.model.EmbeddedObjectPosition;
import com.google.api.services.sheets.v4.model.GridCoordinate;
import com.google.api.services.sheets.v4.model.OverlayPosition;
import java.util.List;
import org.entraide.table.Area;
import org.entraide.table.Chart;

/** Charts in Google's words. */
final class ChartSpecs {

  private static final int WIDTH = 620;
  private static final int HEIGHT = 320;

  private ChartSpecs() {}

  static EmbeddedChart of(Chart chart) {
    boolean lying = chart.shape() == Chart.Shape.BARS;
    // horizontal bars have the labels on the left and the values along the bottom
    String labelSide = lying ? "LEFT_AXIS" : "BOTTOM_AXIS";
    String valueSide = lying ? "BOTTOM_AXIS" : "LEFT_AXIS";
    BasicChartSpec basic =
        new BasicChartSpec()
            .setChartType(lying ? "BAR" : "COLUMN")
            .setLegendPosition("NO_LEGEND")
            .setHeaderCount(1)
            .setAxis(
                List.of(axis(labelSide, chart.labelAxis()), axis(valueSide, chart.valueAxis())))
            .setDomains(List.of(new BasicChartDomain().setDomain(data(chart.labels()))))
            .setSeries(
                List.of(
                    new BasicChartSeries()
                        .setSeries(data(chart.values()))
                        .setTargetAxis(valueSide)));
    return new EmbeddedChart()
        .setChartId(chart.id())
        .setSpec(new ChartSpec().setTitle(chart.title()).setBasicChart(basic))
        .setPosition(
            new EmbeddedObjectPosition()
                .setOverlayPosition(
                    new OverlayPosition()
                        .setAnchorCell(
                            new GridCoordinate()
                                .setSheetId(chart.at().sheetId())
                                .setRowIndex(chart.at().row())
                                .setColumnIndex(chart.at().column()))
                        .setWidthPixels(WIDTH)
                        .setHeightPixels(HEIGHT)));
  }

  private static BasicChartAxis axis(String side, String title) {
    return new BasicChartAxis().setPosition(side).setTitle(title);
  }

  private static ChartData data(Area area) {
    return new ChartData()
        .setSourceRange(new ChartSourceRange().setSources(List.of(DecorationRequests.range(area))));
  }
}
