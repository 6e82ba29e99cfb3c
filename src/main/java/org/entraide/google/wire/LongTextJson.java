package org.entraide.google.wire;

import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.JsonGenerator;
import com.google.api.client.json.JsonParser;
import com.google.api.client.json.JsonToken;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import org.entraide.text.typed.ReadLimit;

/**
 * JSON as Google's client reads it, for texts without end. The client puts each text into small
 * letters to see whether it is "NaN", for which Java looks at the whole text again for every
 * capital sigma, and copies it for every dotted capital I: fifty thousand in one answer of a form,
 * or in one subject, took 17 s. So these two are small letters in a text of which only the
 * beginning is read.
 */
public final class LongTextJson extends JsonFactory {

  private final JsonFactory json = GsonFactory.getDefaultInstance();

  /** The text, in which no letter makes another text of it more than once. */
  static String eased(String text) {
    return ReadLimit.isExceededBy(text) ? text.replace('Σ', 'σ').replace('İ', 'i') : text;
  }

  @Override
  public JsonParser createJsonParser(InputStream in) throws IOException {
    return new Parser(json.createJsonParser(in));
  }

  @Override
  public JsonParser createJsonParser(InputStream in, Charset charset) throws IOException {
    return new Parser(json.createJsonParser(in, charset));
  }

  @Override
  public JsonParser createJsonParser(String value) throws IOException {
    return new Parser(json.createJsonParser(value));
  }

  @Override
  public JsonParser createJsonParser(Reader reader) throws IOException {
    return new Parser(json.createJsonParser(reader));
  }

  @Override
  public JsonGenerator createJsonGenerator(OutputStream out, Charset charset) throws IOException {
    return json.createJsonGenerator(out, charset);
  }

  @Override
  public JsonGenerator createJsonGenerator(Writer writer) throws IOException {
    return json.createJsonGenerator(writer);
  }

  private final class Parser extends JsonParser {
    private final JsonParser parser;

    Parser(JsonParser parser) {
      this.parser = parser;
    }

    @Override
    public String getText() throws IOException {
      return eased(parser.getText());
    }

    @Override
    public JsonFactory getFactory() {
      return LongTextJson.this;
    }

    @Override
    public void close() throws IOException {
      parser.close();
    }

    @Override
    public JsonToken nextToken() throws IOException {
      return parser.nextToken();
    }

    @Override
    public JsonToken getCurrentToken() {
      return parser.getCurrentToken();
    }

    @Override
    public String getCurrentName() throws IOException {
      return parser.getCurrentName();
    }

    @Override
    public JsonParser skipChildren() throws IOException {
      parser.skipChildren();
      return this;
    }

    @Override
    public byte getByteValue() throws IOException {
      return parser.getByteValue();
    }

    @Override
    public short getShortValue() throws IOException {
      return parser.getShortValue();
    }

    @Override
    public int getIntValue() throws IOException {
      return parser.getIntValue();
    }

    @Override
    public float getFloatValue() throws IOException {
      return parser.getFloatValue();
    }

    @Override
    public long getLongValue() throws IOException {
      return parser.getLongValue();
    }

    @Override
    public double getDoubleValue() throws IOException {
      return parser.getDoubleValue();
    }

    @Override
    public BigInteger getBigIntegerValue() throws IOException {
      return parser.getBigIntegerValue();
    }

    @Override
    public BigDecimal getDecimalValue() throws IOException {
      return parser.getDecimalValue();
    }
  }
}
