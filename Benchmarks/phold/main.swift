print("phold")
