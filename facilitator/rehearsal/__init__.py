"""A whole convening without people: simulated participants speak over HTTP like phones, the real house answers."""
