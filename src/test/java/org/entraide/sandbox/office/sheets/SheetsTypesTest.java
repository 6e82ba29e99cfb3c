package org.entraide.sandbox.office.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.util.Key;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description of Google's types, which every body and every mask is checked against. */
class SheetsTypesTest {

  private static final String MODEL = Spreadsheet.class.getPackageName() + ".";

  @Test
  void eachTypeHasTheFieldsOfGooglesOwnModel() throws Exception {
    Map<String, String> written = new TreeMap<>();
    Map<String, String> googles = new TreeMap<>();
    for (String line : resource().lines().toList()) {
      String[] type = line.substring(0, line.length() - 1).split(" =", 2);
      written.put(type[0], type[1].strip());
      googles.put(type[0], fields(Class.forName(MODEL + type[0])));
    }

    assertThat(written).containsKey("Spreadsheet").isEqualTo(googles);
  }

  private static String resource() throws IOException {
    try (var text =
        Objects.requireNonNull(SheetsTypes.class.getResourceAsStream("sheets-types.txt"))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String fields(Class<?> model) {
    TreeSet<String> fields = new TreeSet<>();
    for (Field field : model.getDeclaredFields()) {
      Key key = field.getAnnotation(Key.class);
      if (key != null) {
        String name = key.value().equals("##default") ? field.getName() : key.value();
        fields.add(name + suffix(field.getGenericType()));
      }
    }
    return String.join(" ", fields);
  }

  private static String suffix(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String shape = generic.getRawType() == List.class ? "[]" : "<>";
      String inner = suffix(arguments[arguments.length - 1]);
      return inner.startsWith(":") ? shape + inner : shape;
    }
    return type instanceof Class<?> model && model.getName().startsWith(MODEL)
        ? ":" + model.getSimpleName()
        : "";
  }
}
