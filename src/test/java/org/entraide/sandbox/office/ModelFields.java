package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.util.ClassInfo;
import com.google.api.client.util.FieldInfo;
import com.google.api.client.util.GenericData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Finds what an answer holds that Google's own model class does not know. */
@NullMarked
public final class ModelFields {

  private ModelFields() {}

  /**
   * The paths of unknown fields.
   *
   * @param model the model class of the whole answer
   * @param exceptions paths that Google's model lacks although Google writes them
   */
  public static List<String> unknown(JsonNode json, Class<?> model, Set<String> exceptions) {
    List<String> unknown = new ArrayList<>();
    walk(json, model, "", unknown);
    unknown.removeAll(exceptions);
    return unknown;
  }

  private static void walk(JsonNode node, Type type, String path, List<String> unknown) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      boolean map = Map.class.isAssignableFrom((Class<?>) generic.getRawType());
      node.forEach(child -> walk(child, arguments[map ? 1 : 0], path, unknown));
    } else if (type instanceof Class<?> model && GenericData.class.isAssignableFrom(model)) {
      ClassInfo info = ClassInfo.of(model);
      node.properties()
          .forEach(
              entry -> {
                String below = path + "/" + entry.getKey();
                FieldInfo field = info.getFieldInfo(entry.getKey());
                if (field == null) {
                  unknown.add(below);
                } else {
                  walk(entry.getValue(), field.getGenericType(), below, unknown);
                }
              });
    } else if (node.isContainerNode()) {
      unknown.add(path + " is a " + type);
    }
  }
}
